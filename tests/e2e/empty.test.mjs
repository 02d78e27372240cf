// Where there is nothing yet: each screen says what to do next, with the button that does it; and a tab that only reads
// is not told to do what it cannot.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey } from './lib/emic.mjs';
import { begin, bringIn, drag, link, pick, saved } from './lib/study.mjs';
import { words } from './lib/words.mjs';

const main = (page) => page.getByRole('main');
/** Waits until nothing moves or fades any more. */
const still = (page) => page.evaluate(() => Promise.all(document.getAnimations().map((motion) => motion.finished.catch(() => {}))));

for (const [language, options] of [['en', {}], ['ar', { locale: 'ar', viewport: { width: 360, height: 740 } }]]) {
  const say = words(language);
  journey(test, `an empty project leads on from every screen: ${language}`, options, async ({ page }) => {
    await page.getByRole('button', { name: say('start-step-create') }).click();
    await page.getByLabel(say('create-name'), { exact: true }).fill('Empty');
    await page.getByLabel(say('create-coder'), { exact: true }).fill('LM');
    await page.getByRole('button', { name: say('create-do') }).click();
    await main(page).getByRole('button', { name: say('reader-empty-import') }).waitFor();
    const project = page.url().match(/#\/([^/]+)/)[1];
    const go = (place) => page.evaluate((hash) => { location.hash = hash; }, `#/${project}/${place}`);
    for (const [place, title, button] of [
      ['read', 'reader-empty-title', 'reader-empty-import'], ['documents', 'documents-empty-title', 'documents-import'],
      ['codes', 'codebook-teach', 'nav-read'], ['quotations', 'retrieve-empty-title', 'nav-read'],
      ['search', 'search-empty-title', 'nav-read'],
    ]) {
      await go(place);
      await main(page).getByRole('heading', { name: say(title) }).waitFor();
      await main(page).getByRole('button', { name: say(button) }).last().waitFor();
      await still(page);
      await axe(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${place} scrolls sideways by ${wide} px`);
    }
    // And the button does it.
    await main(page).getByRole('button', { name: say('nav-read') }).click();
    await main(page).getByRole('button', { name: say('reader-empty-import') }).click();
    await page.getByRole('dialog', { name: say('import-heading') }).waitFor();
  });
}

journey(test, 'a tab that only reads is told where to go on instead', {}, async (emic) => {
  const { page } = emic;
  await begin(page);
  await saved(page);
  const second = await emic.context.newPage();
  const project = page.url().match(/#\/([^/]+)/)[1];
  for (const [place, title] of [
    ['read', 'Nothing to read yet'], ['documents', 'No documents yet'], ['codes', 'No codes yet'], ['quotations', 'Nothing is coded yet'],
  ]) {
    await second.goto(`${emic.origin}/#/${project}/${place}`);
    const empty = second.getByRole('main');
    await empty.getByRole('heading', { name: title }).last().waitFor();
    await empty.getByText('take it over').first().waitFor();
    assert.doesNotMatch(await empty.innerText(), /Bring in a transcript|Select a passage|Make one here|Drag codes/, place);
    const live = empty.getByRole('button', { name: /Bring text in|New code|New folder/, disabled: false });
    assert.equal(await live.count(), 0, `${place} offers nothing that cannot be done`);
  }
});

journey(test, 'where a filter, a scope or a switch hides things, a press shows them again', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'one.txt': 'I: Why?\n\nP: Because of the river.', 'two.txt': 'I: And then?\n\nP: We left.' });
  const bar = await drag(page, 'the river');
  await bar.getByRole('button', { name: 'Code…' }).click();
  await pick(page, 'Water');
  // Codes that a filter hides.
  await page.getByRole('textbox', { name: 'Filter codes' }).fill('nothing like it');
  await page.getByRole('button', { name: 'Show all codes' }).click();
  await page.getByRole('treeitem', { name: /Water/ }).waitFor();
  // Quotations outside what is looked at.
  await page.getByRole('button', { name: 'Looking at: everything' }).click();
  const scope = page.getByRole('dialog', { name: 'What to look at' });
  await scope.getByRole('checkbox', { name: 'two' }).check();
  await scope.getByRole('button', { name: 'Look at this' }).click();
  await link(page, 'Quotations').click();
  await main(page).getByRole('heading', { name: 'No quotations in what you look at' }).waitFor();
  await main(page).getByRole('button', { name: 'Show everything' }).click();
  await main(page).getByText('1 quotation in 1 document').waitFor();
  // Words that a switch keeps from being found.
  await link(page, 'Search').click();
  await page.getByRole('textbox', { name: /^Search documents/ }).fill('RIVER');
  await main(page).getByRole('link', { name: /river/ }).waitFor();
  await page.getByRole('switch', { name: 'Match case' }).or(page.getByRole('checkbox', { name: 'Match case' })).first().click();
  await main(page).getByRole('heading', { name: /^Nothing found for/ }).waitFor();
  await main(page).getByRole('button', { name: 'Search less strictly' }).click();
  await main(page).getByRole('link', { name: /river/ }).waitFor();
  // Nothing of such a name in the palette.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('xyzxyz');
  await page.getByRole('dialog').getByRole('button', { name: 'Search the whole project' }).click();
  await page.getByRole('textbox', { name: /^Search documents/ }).waitFor();
});
