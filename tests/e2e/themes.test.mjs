// Themes and the quotations of the paper: chosen, put in order, edited for print, attributed, checked, and taken along as
// files that another reader opens.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { office } from './lib/office.mjs';
import { begin, bringIn, drag, exportOpen, link, panel, pick, saved, text } from './lib/study.mjs';
import { around, words } from './lib/words.mjs';

const TALK = `Amina: We waited at the fence all day, and Dr Haddad told us nothing.
Basel: My cousin drove the lorry himself.

Chadi: I kept the keys in my coat.
Amina: The bridge was still open in the morning.
Basel: =1+1 was all that they wrote on the door.
Chadi: Nobody asked for them.
`;

const SAID = {
  fence: 'We waited at the fence all day, and Dr Haddad told us nothing.',
  lorry: 'My cousin drove the lorry himself.',
  keys: 'I kept the keys in my coat.',
  bridge: 'The bridge was still open in the morning.',
  door: '=1+1 was all that they wrote on the door.',
};

async function look(page) {
  await page.evaluate(() => Promise.all(document.getAnimations()
    .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
    .map((animation) => animation.finished.catch(() => {}))));
  await axe(page);
}

const grid = (page) => page.getByRole('grid', { name: 'Cases' });
const cards = (page) => page.getByRole('list', { name: 'Chosen quotations' }).getByRole('article');
const card = (page, said) => cards(page).filter({ hasText: said });
const order = async (page) => (await cards(page).locator('blockquote').allTextContents()).map((words) => words.trim());

/** A text of three people who are cases with a profession and a gender; all that they say is coded. */
async function prepare(page) {
  await begin(page);
  await bringIn(page, { 'talk.txt': TALK });
  for (const said of Object.values(SAID)) {
    const bar = await drag(page, said);
    await bar.getByRole('button', { name: 'Code…' }).click();
    await pick(page, said === SAID.keys ? 'Things' : 'Waiting');
  }
  await link(page, 'Cases').click();
  for (const name of ['Amina', 'Basel', 'Chadi']) {
    await page.getByRole('combobox', { name: `Case of ${name} in talk` }).selectOption({ label: `New case “${name}”` });
    await grid(page).getByRole('rowheader', { name }).waitFor();
  }
  for (const name of ['Profession', 'Gender']) {
    await page.getByRole('button', { name: 'New attribute' }).click();
    const dialog = page.getByRole('dialog', { name: 'New attribute' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Add' }).click();
    await grid(page).getByRole('columnheader', { name: new RegExp(`^${name}`) }).waitFor();
  }
  await grid(page).getByRole('rowheader', { name: 'Amina' }).click();
  await page.keyboard.press('ArrowRight');
  await page.evaluate((words) => {
    const data = new DataTransfer();
    data.setData('text/plain', words);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, 'Surgeon\tfemale\nDriver\tmale\nDriver\tmale\n');
  await page.waitForFunction(() => document.querySelector('[data-row="2"] [data-col="2"]')?.textContent === 'male');
}

/** Makes the first theme with a code, and chooses all quotations of it. */
async function theme(page) {
  await link(page, 'Themes').click();
  await page.getByRole('button', { name: 'Make the first theme' }).click();
  await page.getByRole('dialog', { name: 'New theme' }).getByLabel('Name of the theme').fill('Waiting is work');
  await page.keyboard.press('Enter');
  await page.getByRole('article', { name: 'Waiting is work' }).waitFor();
  await page.getByRole('button', { name: 'Add a code' }).click();
  await page.getByRole('combobox', { name: 'Find a code' }).fill('wait');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Take Waiting off the theme' }).waitFor();
  await page.getByRole('button', { name: 'Pick quotations' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pick quotations' });
  assert.equal(await dialog.getByRole('checkbox').count(), 4, 'those of its code');
  for (const said of [SAID.fence, SAID.lorry, SAID.bridge, SAID.door]) await dialog.getByRole('checkbox', { name: said }).check();
  await look(page);
  await dialog.getByRole('button', { name: 'Choose 4 quotations' }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function attribution(page, template) {
  await page.getByRole('button', { name: 'Attribution', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Attribution' });
  await dialog.getByLabel('Template').fill(template);
  return dialog;
}

/** Exports; gives the path of the file. */
async function exported(page, form, wish = async () => {}) {
  await page.getByRole('button', { name: 'Export for the paper' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export for the paper' });
  await dialog.getByLabel('File', { exact: true }).selectOption(form);
  await wish(dialog);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  return download.path();
}

journey(test, 'quotations are chosen for a theme, edited for print, attributed, checked and exported', {}, async ({ page }) => {
  await prepare(page);
  await link(page, 'Themes').click();
  await page.getByRole('heading', { name: 'No themes yet' }).waitFor();
  await look(page);
  await screenshot(page, 'themes-empty');
  await theme(page);
  assert.deepEqual(await order(page), [SAID.fence, SAID.lorry, SAID.bridge, SAID.door]);
  await page.getByLabel('Central idea').fill('Nobody only waits.');
  await page.getByLabel('Story').fill('They wait, and it costs them.');
  await page.getByLabel('Story').blur();

  // One more, from the text.
  await link(page, 'Read and code').click();
  await text(page).waitFor();
  await page.locator('mark', { hasText: SAID.keys }).click();
  await panel(page).getByRole('button', { name: 'Choose for a theme' }).click();
  await page.getByRole('combobox', { name: 'Name of a theme, or of a new one' }).fill('waiting');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Choose for a theme' }).waitFor({ state: 'detached' });
  await link(page, 'Themes').click();
  await page.getByRole('link', { name: /^Waiting is work/ }).click();
  await card(page, SAID.keys).waitFor();

  // The order, by keys at the handle, by a button, and by the mouse.
  const handle = (said) => page.getByRole('button', { name: new RegExp(`^Move .?${said.slice(0, 12)}`) });
  await handle(SAID.keys).focus();
  await page.keyboard.press('Home');
  await page.waitForFunction((said) => document.querySelector('.printed__words').textContent.includes(said), SAID.keys);
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction((said) => document.querySelectorAll('.printed__words')[1].textContent.includes(said), SAID.keys);
  assert.deepEqual(await order(page), [SAID.fence, SAID.keys, SAID.lorry, SAID.bridge, SAID.door], 'the focus stayed at the handle');
  await card(page, SAID.door).getByRole('button', { name: 'Move up' }).click();
  await page.waitForFunction((said) => document.querySelectorAll('.printed__words')[3].textContent.includes(said), SAID.door);
  await handle(SAID.keys).scrollIntoViewIfNeeded();
  const from = await handle(SAID.keys).boundingBox();
  const to = await card(page, SAID.fence).boundingBox();
  await page.mouse.move(from.x + 5, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + 20, { steps: 5 });
  await page.mouse.move(to.x + 20, to.y + 5, { steps: 3 });
  await page.mouse.up();
  await page.waitForFunction((said) => document.querySelector('.printed__words').textContent.includes(said), SAID.keys);
  assert.deepEqual(await order(page), [SAID.keys, SAID.fence, SAID.lorry, SAID.door, SAID.bridge]);
  await page.keyboard.press('Control+z');
  await page.waitForFunction((said) => document.querySelector('.printed__words').textContent.includes(said), SAID.fence);

  // Edited for print: a change without a mark is told; with marks there is none.
  await card(page, SAID.fence).getByRole('button', { name: 'Edit for print' }).click();
  const print = page.getByRole('dialog', { name: 'Edit for print' });
  const field = print.getByLabel('As it is printed');
  const select = (said) => field.evaluate((area, said) => {
    const at = area.value.indexOf(said);
    area.focus();
    area.setSelectionRange(at, at + said.length);
  }, said);
  await field.fill('We waited at the fence, and Dr Haddad told us nothing.');
  await print.getByText('1 change is not marked. Put an ellipsis').waitFor();
  assert.equal((await print.locator('del.printed__unmarked').allTextContents()).join('|').trim(), 'all day');
  await look(page);
  await field.fill(SAID.fence);
  await print.getByText('Every change is marked.').waitFor();
  await select(' all day,');
  await print.getByRole('button', { name: 'Leave out […]' }).click();
  await select('Dr Haddad');
  await print.getByRole('button', { name: 'Retract a name' }).click();
  await select('us');
  await print.getByRole('button', { name: 'Clarify [ ]' }).click();
  await page.keyboard.type('the women');
  const printed = 'We waited at the fence […] and [name retracted] told [the women] nothing.';
  assert.equal(await field.inputValue(), printed);
  await print.getByText('Every change is marked.').waitFor();
  await look(page);
  await screenshot(page, 'themes-print');
  await print.getByRole('button', { name: 'Save' }).click();
  await print.waitFor({ state: 'detached' });
  await card(page, printed).getByText('edited for print').waitFor();

  // For the paper; who is quoted; what that tells.
  for (const said of [printed, SAID.lorry, SAID.door, SAID.keys]) await card(page, said).getByRole('switch', { name: 'Use in the paper' }).check();
  const dialog = await attribution(page, '({profession}, {gander})');
  await dialog.getByText('There is no field {gander}.').waitFor();
  await dialog.getByLabel('Template').fill('({profession}, ');
  await dialog.getByRole('button', { name: '{Gender}' }).click();
  await page.keyboard.type(')');
  await dialog.getByText('(Surgeon, female)').waitFor();
  await dialog.getByText('What is printed points at one person.').waitFor();
  await look(page);
  await screenshot(page, 'themes-attribution');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await card(page, SAID.lorry).getByText('(Driver, male)').waitFor();
  const check = page.getByRole('complementary', { name: 'Before it is printed' });
  await check.getByText('What is printed points at one person.').waitFor();
  const amina = check.getByRole('listitem').filter({ hasText: 'Surgeon, female' });
  await amina.getByText('Fits nobody else.').waitFor();
  assert.equal(await amina.getByText(/^Without/).count(), 0, 'nothing that is left out alone helps her');
  await check.getByRole('listitem').filter({ hasText: 'Basel: Driver, male' }).getByText('Fits 2 participants.').waitFor();
  const counts = await check.locator('.counts__row').allTextContents();
  assert.deepEqual(counts.map((row) => row.trim()), ['Basel2', 'Amina1 (+1)', 'Chadi1']);
  await look(page);
  await screenshot(page, 'themes-theme');

  // The files, as another reader opens them: what is on the screen.
  const quoted = [`${printed} (Surgeon, female)`, `${SAID.keys} (Driver, male)`, `${SAID.lorry} (Driver, male)`, `${SAID.door} (Driver, male)`];
  const shown = (await cards(page).filter({ has: page.locator(':checked') }).locator('blockquote').allTextContents()).map((words) => words.trim());
  assert.deepEqual(shown, quoted);
  const docx = office(await exported(page, 'docx', async (dialog) => {
    await dialog.getByText('4 quotations are written.').waitFor();
    await dialog.getByText('What is printed points at one person.').waitFor();
    await look(page);
    await screenshot(page, 'themes-export');
  }));
  assert.deepEqual(docx.paragraphs.filter(({ style }) => style === 'Quote').map(({ words }) => words), quoted);
  assert.deepEqual(docx.paragraphs.filter(({ style }) => style.startsWith('Heading')).map(({ words }) => words), ['Waiting is work']);
  assert.ok(!JSON.stringify(docx).includes('Haddad'), 'what was retracted is not in it');
  const xlsx = office(await exported(page, 'xlsx', async (dialog) => {
    await dialog.getByRole('switch', { name: 'Only what is marked for the paper' }).uncheck();
    await dialog.getByRole('switch', { name: 'The words as they were said, too' }).check();
    await dialog.getByRole('checkbox', { name: 'Gender' }).check();
    await dialog.getByRole('checkbox', { name: 'Participant', exact: true }).check();
    await dialog.getByText('Not checked, and may name a person: Participant.').waitFor();
  }));
  assert.equal(xlsx.formulas, 0);
  const column = (name) => xlsx.rows.slice(1).map((row) => row[xlsx.rows[0].indexOf(name)] ?? '');
  assert.deepEqual(column('Printed words'), [printed, SAID.keys, SAID.lorry, SAID.door, SAID.bridge]);
  assert.deepEqual(column('Words as they were said'), [SAID.fence, SAID.keys, SAID.lorry, SAID.door, SAID.bridge]);
  assert.deepEqual(column('Gender'), ['female', 'male', 'male', 'male', 'female']);
  assert.deepEqual(column('Codes'), ['Waiting', 'Things', 'Waiting', 'Waiting', 'Waiting']);
  assert.deepEqual(column('Participant'), ['Amina', 'Chadi', 'Basel', 'Basel', 'Amina']);
  const csv = readFileSync(await exported(page, 'csv'), 'utf8');
  assert.match(csv, /"'=1\+1 was all that they wrote on the door\."/, 'no cell is a formula');
  assert.ok(!csv.includes('Amina'), 'participants are named only where that is asked for');
  const markdown = readFileSync(await exported(page, 'md'), 'utf8');
  assert.match(markdown, /## Waiting is work\n\nThey wait, and it costs them\.\n\n> We waited at the fence \\\[…\\\]/);
  const html = readFileSync(await exported(page, 'html'), 'utf8');
  assert.ok(html.includes(`<p>${printed} <bdi>(Surgeon, female)</bdi></p>`), html);

  // What may not be quoted stays out, whoever chose it.
  await link(page, 'Cases').click();
  await page.getByRole('link', { name: 'Details of Basel' }).click();
  await page.getByRole('combobox', { name: 'Consent' }).selectOption({ label: 'Paraphrase only' });
  await grid(page).getByText('Paraphrase only').waitFor();
  await link(page, 'Themes').click();
  const marked = async () => Number((await page.getByRole('link', { name: /^Waiting is work/ }).textContent()).match(/(\d+)\D* for the paper/)[1]);
  assert.equal(await marked(), quoted.slice(0, 2).length, 'the list counts what an export writes');
  await page.getByRole('link', { name: /^Waiting is work/ }).click();
  await card(page, SAID.lorry).getByText('It is left out of every export.').waitFor();
  const bare = office(await exported(page, 'docx', (dialog) => dialog.getByText('2 quotations are left out because they may not be quoted').waitFor()));
  assert.deepEqual(bare.paragraphs.filter(({ style }) => style === 'Quote').map(({ words }) => words), quoted.slice(0, 2));
  assert.ok(!JSON.stringify(bare).includes('lorry'));

  // Who has withdrawn is hidden here too, until that is taken back.
  await link(page, 'Cases').click();
  await page.getByRole('link', { name: 'Details of Chadi' }).click();
  await page.getByRole('combobox', { name: 'Consent' }).selectOption({ label: 'Withdrawn' });
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  await link(page, 'Themes').click();
  await page.getByRole('link', { name: /^Waiting is work/ }).click();
  await page.getByText('1 quotation is hidden because its participant has withdrawn.').waitFor();
  assert.equal(await page.getByText(SAID.keys).count(), 0);
  await page.keyboard.press('Control+z');
  await card(page, SAID.keys).waitFor();

  // The list of quotations goes out as office files too.
  await link(page, 'Quotations').click();
  const list = async (name) => {
    await page.getByRole('button', { name: 'Export these quotations' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name }).click()]);
    return office(await download.path());
  };
  const rows = (await list('Excel (.xlsx)')).rows;
  assert.deepEqual(rows.slice(1).map((row) => [row[0], row[1]]).filter(([code]) => code), [
    ['Things', SAID.keys], ['Waiting', SAID.fence], ['Waiting', SAID.bridge],
  ].toSorted((a, b) => (rows.findIndex((row) => row[1] === a[1])) - rows.findIndex((row) => row[1] === b[1])));
  const said = (await list('Word (.docx)')).paragraphs.filter(({ style }) => style === 'Quote').map(({ words }) => words);
  assert.deepEqual(said.toSorted(), [SAID.keys, SAID.fence, SAID.bridge].toSorted());

  // It is kept, and deleting is taken back.
  await saved(page);
  const project = JSON.parse(await exportOpen(page));
  assert.equal(project.themes[0].chosen.filter(({ in_paper: used }) => used).length, 4);
  assert.deepEqual(project.attributions, [['en', '({profession}, {Gender})']]);
  assert.equal(project.quotations.find(({ exact }) => exact === SAID.fence).print.words, printed);
  await link(page, 'Themes').click();
  await page.getByRole('link', { name: /^Waiting is work/ }).click();
  await page.getByRole('button', { name: 'Delete theme' }).click();
  await page.getByRole('heading', { name: 'No themes yet' }).waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await page.getByRole('link', { name: /^Waiting is work/ }).waitFor();
  await link(page, 'History').click();
  await page.getByText('Printed wording of a quotation in “talk” changed').first().waitFor();
});

journey(test, 'themes in Arabic', {}, async ({ page }) => {
  await prepare(page);
  await theme(page);
  await card(page, SAID.fence).getByRole('switch').check();
  await page.locator('#language').click();
  const say = words('ar');
  await page.getByRole('heading', { name: say('themes'), level: 1 }).waitFor();
  await look(page);
  await page.getByRole('button', { name: say('attribution'), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: say('attribution') });
  await dialog.getByLabel(say('attribution-language')).selectOption('ar');
  await dialog.getByLabel(say('attribution-template')).fill('(');
  await dialog.getByRole('button', { name: '{Profession}' }).click();
  await page.keyboard.type('، ');
  await dialog.getByRole('button', { name: '{الموجة}' }).click();
  await page.keyboard.type(')');
  await dialog.getByText('(Surgeon)').waitFor();
  await look(page);
  await screenshot(page, 'themes-attribution-ar');
  await dialog.getByRole('button', { name: say('save') }).click();
  await dialog.waitFor({ state: 'detached' });
  await card(page, SAID.fence).or(page.getByRole('article').filter({ hasText: SAID.fence })).getByText('(Surgeon)').first().waitFor();
  for (const [width, height] of [[1366, 820], [360, 780]]) {
    await page.setViewportSize({ width, height });
    // Until drawers have come to rest.
    await page.waitForTimeout(500);
    await look(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `nothing is wider than ${width} px`);
    await screenshot(page, `themes-ar-${width}`);
  }
  await page.setViewportSize({ width: 1366, height: 820 });
  await page.getByRole('button', { name: say('paper-export') }).click();
  const out = page.getByRole('dialog', { name: say('paper-export') });
  await out.getByText(around('يُكتب اقتباس واحد.')).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    out.getByRole('button', { name: say('paper-export-do'), exact: true }).click(),
  ]);
  const docx = office(await download.path());
  assert.ok(docx.paragraphs[0].rtl, 'the page runs from right to left');
  const quote = docx.paragraphs.find(({ style }) => style === 'Quote');
  assert.deepEqual([quote.words, quote.rtl], [`${SAID.fence} (Surgeon)`, false], 'what is quoted runs its own way');
});
