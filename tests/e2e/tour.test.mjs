// The tour on the sample study: it is offered, taken by keyboard alone, notices what is done, and is not offered again.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { drag, listen, picker, text } from './lib/study.mjs';
import { words } from './lib/words.mjs';

const english = words('en');
const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };
const card = (page, say = english) => page.getByRole('region', { name: say('tour-label'), exact: true });
const at = (page, step, say = english) => card(page, say).getByRole('heading', { name: say(`tour-title-${step}`) }).waitFor();
const focused = (page) => page.evaluate(() => document.activeElement?.closest('.tour') !== null);
/** Whether the card covers nothing of the screen that it speaks of. */
const clear = async (page) => {
  const [a, b] = [await card(page).boundingBox(), await page.getByRole('main').boundingBox()];
  const apart = a.x + a.width <= b.x + 0.5 || b.x + b.width <= a.x + 0.5 || a.y >= b.y + b.height - 0.5;
  assert.ok(apart, `the card ${JSON.stringify(a)} stands beside the screen ${JSON.stringify(b)}`);
};

/** Opens the sample study from the start page and says who codes. */
async function openSample(page, say = english) {
  await page.getByRole('button', { name: say('sample-open') }).click();
  await page.getByLabel(say('coder-new-name')).fill('QX');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

journey(test, 'the tour is taken by keyboard alone, and goes on by what is done', {}, async ({ page }) => {
  const { hears } = await listen(page);
  await openSample(page);
  await card(page).getByRole('heading', { name: english('tour-offer-title') }).waitFor();
  await hears(english('tour-offer-title'));
  assert.equal(await focused(page), false, 'an offer takes the focus from nobody');
  await axe(page);
  // To the card and back, and into it again.
  await text(page).focus();
  await press(page, 'F8');
  assert.equal(await focused(page), true);
  await press(page, 'F8');
  assert.equal(await text(page).evaluate((article) => article === document.activeElement), true, 'back where one was');
  await press(page, 'F8', 'Tab', 'Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), english('action-tour'));
  await press(page, 'Enter');
  await at(page, 'select');
  await card(page).getByText('1 of 7', { exact: true }).waitFor();
  assert.equal(await focused(page), true, 'begun by keyboard, it is where the focus is');
  await clear(page);
  await axe(page);

  // Escape elsewhere is not for the card.
  await text(page).focus();
  await press(page, 'Control+Home', 'Control+ArrowDown', 'Escape');
  await press(page, 's');
  await card(page).getByText('Done', { exact: true }).first().waitFor();
  await hears('Done');
  await at(page, 'code');
  await hears(/2 of 7.*Give it a code/);

  await press(page, 'c');
  await (await picker(page)).getByRole('combobox').fill('A first impression');
  await press(page, 'Enter');
  await at(page, 'margin');
  // The quotation that was made just now is open already: another one is meant.
  await page.waitForTimeout(300);
  assert.equal(await card(page).getByText('Done', { exact: true }).count(), 0);
  await press(page, 'n');
  await at(page, 'in-vivo');
  // It names a document in Arabic, and leads there.
  await card(page).getByRole('button', { name: 'Open it' }).focus();
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: '05 قابلة، تيزل العليا' }).waitFor();
  await text(page).focus();
  await press(page, 'Control+Home', 'Control+ArrowDown', 'Control+ArrowDown', 'w');
  await press(page, 'v');
  await at(page, 'list');

  await page.getByRole('link', { name: /^Quotations/ }).focus();
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: 'All quotations' }).waitFor();
  assert.equal(await card(page).getByText('Done', { exact: true }).count(), 0, 'a code is to be chosen');
  await page.getByRole('tree', { name: 'Choose a code' }).getByRole('treeitem', { name: /^All quotations/ }).focus();
  await page.keyboard.type('improv');
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: 'Improvising' }).waitFor();
  await at(page, 'search');

  await press(page, 'Control+Shift+F');
  await page.keyboard.type('gloves');
  await at(page, 'undo');
  await page.getByRole('main').focus();
  await press(page, 'Control+z');
  await card(page).getByRole('heading', { name: english('tour-finished-title') }).waitFor();
  await hears(english('tour-finished-title'));
  await axe(page);
  await screenshot(page, 'tour-finished');
  await press(page, 'F8');
  assert.equal(await focused(page), true);
  await press(page, 'Escape');
  await card(page).waitFor({ state: 'hidden' });
  await hears(english('tour-ended'));
  assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), 'BODY', 'the focus is not lost');
  await page.getByRole('banner').getByText(/191 quotations|192 quotations|193 quotations/).waitFor();
});

journey(test, 'an ended tour is not offered again, and can be taken again from anywhere', {}, async (emic) => {
  const { page } = emic;
  await openSample(page);
  await card(page).getByRole('button', { name: english('tour-not-now') }).click();
  await card(page).waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: /All projects/ }).click();
  // From the start page it opens the study that is there.
  await page.getByRole('button', { name: 'Help', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Take the tour' }).click();
  await at(page, 'select');
  await press(page, 'F8');
  // Step by step without doing anything, back and on, and behind the last one.
  assert.equal(await card(page).getByRole('button', { name: 'Back', exact: true }).isDisabled(), true);
  const skip = card(page).getByRole('button', { name: 'Skip this step' });
  await skip.click();
  await at(page, 'code');
  await card(page).getByRole('button', { name: 'Back', exact: true }).click();
  await at(page, 'select');
  for (let n = 0; n < 7; n += 1) await skip.click();
  await card(page).getByRole('heading', { name: english('tour-finished-title') }).waitFor();
  await card(page).getByRole('button', { name: english('tour-end') }).last().click();

  // A project without texts has no tour: the palette leads to the study as well.
  await page.getByRole('link', { name: /All projects/ }).click();
  await page.getByRole('button', { name: 'New project' }).click();
  const dialog = page.getByRole('dialog', { name: 'New project' });
  await dialog.getByLabel('Title of the project').fill('Empty');
  await dialog.getByRole('button', { name: 'Create project' }).click();
  await page.getByRole('heading', { name: 'Nothing to read yet' }).waitFor();
  await press(page, 'Control+k');
  await page.keyboard.type('tutorial');
  await press(page, 'Enter');
  await page.getByRole('heading', { level: 1, name: '01 Nurse, district hospital' }).waitFor();
  await at(page, 'select');

  // The study is started afresh by name, from within it: asked for, said, and with what was done kept as a restore point.
  await (await drag(page, 'Thank you')).getByRole('button', { name: 'In vivo' }).click();
  await page.getByRole('banner').getByText('192 quotations').waitFor();
  await press(page, 'Control+k');
  const palette = page.getByRole('dialog').filter({ has: page.getByRole('option') });
  await palette.getByRole('combobox').waitFor();
  await page.keyboard.type('reset');
  await palette.getByRole('option', { selected: true }).filter({ hasText: /sample study/i }).waitFor();
  await press(page, 'Enter');
  const here = page.getByRole('alertdialog', { name: 'The sample study is here already' });
  await axe(page);
  await here.getByRole('button', { name: 'Start it afresh' }).click();
  await page.getByText('The sample study is as it was at first').first().waitFor();
  await page.getByRole('banner').getByText('191 quotations').waitFor();
  // Who codes is part of what was done in it.
  await page.getByRole('dialog', { name: 'Who is coding?' }).getByRole('button', { name: 'Start coding' }).click();
  await page.getByRole('link', { name: /All projects/ }).click();
  await page.getByRole('button', { name: 'Open the sample study' }).click();
  await here.getByRole('button', { name: 'Open it' }).click();
  await page.getByRole('heading', { level: 1, name: '01 Nurse, district hospital' }).waitFor();

  // A tab that only reads is not told to do what it cannot.
  const second = await emic.context.newPage();
  await second.goto(page.url());
  await second.getByText('Read only', { exact: true }).first().waitFor();
  await second.getByRole('button', { name: 'Help', exact: true }).click();
  await second.getByRole('menuitem', { name: 'Take the tour' }).click();
  await second.getByRole('region', { name: 'Notifications' }).getByText(/another tab/).waitFor();
  assert.equal(await card(second).count(), 0);
});

journey(test, 'the tour in Arabic at 360 px: a strip at the foot, which covers nothing', { locale: 'ar', viewport: { width: 360, height: 740 }, hasTouch: true }, async ({ page }) => {
  const arabic = words('ar');
  await openSample(page, arabic);
  await card(page, arabic).getByRole('button', { name: arabic('action-tour') }).click();
  await at(page, 'select', arabic);
  await axe(page);
  const [strip, screen] = [await card(page, arabic).boundingBox(), await page.getByRole('main').boundingBox()];
  assert.ok(strip.y >= screen.y + screen.height - 0.5, 'it stands below the text');
  assert.ok(strip.height < 740 * 0.45, `${strip.height} px high`);
  assert.ok(screen.height > 150, `${screen.height} px are left to read`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `the page scrolls sideways by ${wide} px`);
  await screenshot(page, 'tour-arabic-360');
  await page.getByRole('article').first().focus();
  await press(page, 'Control+Home', 'Control+ArrowDown', 's');
  await at(page, 'code', arabic);
  // In the other language it is as far.
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await at(page, 'code');
  await card(page).getByText('2 of 7', { exact: true }).waitFor();
});
