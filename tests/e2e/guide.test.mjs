// The interview guide: pasted, matched to interviews in two languages, confirmed and corrected; the answers side by
// side, and who was never asked.
import assert from 'node:assert/strict';
import test from 'node:test';
import { axe, journey, screenshot } from './lib/emic.mjs';
import { begin, bringIn, link, saved } from './lib/study.mjs';

const GUIDE = `Interview guide
1. What was your work before the war?
2. Why did you decide to stay?
• كيف كانت رحلتك إلى خارج البلاد؟
4) What do you hope for the future?
`;

const ENGLISH = `Interviewer: Let us begin. What kind of work did you do before the war?
Nadia: I was a nurse in the old hospital.

Interviewer: Mm-hm.
Nadia: On the children's ward, for nine years.

Interviewer: And why was it that you decided to stay?
Nadia: Somebody had to keep the list of medicines.

Interviewer: How many children do you have?
Nadia: Two, and both are grown.

Interviewer: When you think of the future, what do you hope?
Nadia: A house with a door that closes.
`;

const ARABIC = `المحاور: كيف كانت رحلتك إلى خارج البلاد؟
ليلى: مشينا ثلاثة أيام حتى وصلنا إلى الجسر.

المحاور: ثم ماذا حدث؟
ليلى: عبرنا في الليل مع الجيران كلهم.

المحاور: هل ترغبين في شرب الماء قبل المتابعة؟
ليلى: شكرا، لا أريد الآن.
`;

/** What axe says once nothing fades or moves any more. */
async function look(page) {
  await page.evaluate(() => Promise.all(document.getAnimations()
    .filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime))
    .map((animation) => animation.finished.catch(() => {}))));
  await axe(page);
}

const tab = (page, name) => page.getByRole('navigation', { name: 'Interview guide' }).getByRole('link', { name, exact: true });

journey(test, 'a guide is pasted, matched, confirmed and compared', {}, async ({ page }) => {
  await begin(page);
  await bringIn(page, { 'nadia.txt': ENGLISH, 'layla.txt': ARABIC });

  await link(page, 'Guide').click();
  await page.getByRole('heading', { name: 'No questions yet' }).waitFor();
  await look(page);
  await page.getByRole('button', { name: 'Paste several' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste the guide' });
  await dialog.getByLabel('Questions').fill(GUIDE);
  await look(page);
  await dialog.getByRole('button', { name: 'Add 5 questions' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const rows = page.locator('.guide__question');
  assert.equal(await rows.count(), 5);
  // The line over the list is no question.
  await page.getByRole('button', { name: 'Delete question 1' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.guide__question').length === 4);
  const words = () => page.locator('.guide__words').allTextContents();
  assert.deepEqual(await words(), [
    'What was your work before the war?', 'Why did you decide to stay?', 'كيف كانت رحلتك إلى خارج البلاد؟',
    'What do you hope for the future?',
  ]);

  // Moved by keys, and back by undo; the button that moves it keeps the focus.
  await page.getByRole('button', { name: 'Move question 1 down' }).click();
  await page.waitForFunction(() => document.querySelector('.guide__words').textContent.startsWith('Why'));
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Move question 2 down');
  await page.keyboard.press('Alt+ArrowUp');
  await page.waitForFunction(() => document.querySelector('.guide__words').textContent.startsWith('What was'));
  await page.getByRole('button', { name: 'Reword question 2' }).click();
  const reword = page.getByRole('dialog', { name: 'Reword the question' });
  await reword.getByLabel('Question').fill('What made you decide to stay?');
  await reword.getByRole('button', { name: 'Save' }).click();
  await page.getByText('What made you decide to stay?').waitFor();

  // Of what was not matched yet nobody can say that it was never asked.
  await tab(page, 'Who was asked what').click();
  const cells = (name) => page.getByRole('row', { name: new RegExp(`^${name}`) }).locator('td .visually-hidden').allTextContents();
  await page.getByRole('row', { name: /^nadia/ }).waitFor();
  assert.deepEqual(await cells('nadia'), Array(4).fill('not matched yet'));
  assert.equal(await page.getByRole('row', { name: /^not matched yet/ }).count(), 1, 'counted for itself');
  await tab(page, 'Answers side by side').click();
  await page.getByText('Asked in 0 documents, never in 0, not matched yet: 2').waitFor();

  // Matched: suggestions for both, of which one is corrected and the others are confirmed.
  await tab(page, 'Where they are asked').click();
  await page.getByRole('button', { name: 'Match to the interviews' }).click();
  await page.getByText('0 confirmed, 4 suggested').waitFor();
  await page.getByText('0 confirmed, 2 suggested').waitFor();
  await page.getByRole('button', { name: 'nadia', exact: true }).click();
  const asks = (n) => page.getByRole('combobox', { name: `What turn ${n} asks` });
  const chosen = (n) => asks(n).evaluate((select) => select.selectedOptions[0].textContent.replace(/[\u2068\u2069]/g, '').trim());
  assert.deepEqual(await Promise.all([1, 2, 3, 4, 5].map(chosen)), [
    '1. What was your work before the war?', 'No question, or a probe', '2. What made you decide to stay?',
    'A question that is not in the guide', '4. What do you hope for the future?',
  ]);
  await look(page);
  await screenshot(page, 'guide-matches');
  await page.getByRole('button', { name: 'Confirm turn 1', exact: true }).click();
  await page.getByText('1 confirmed, 3 suggested').waitFor();
  await page.getByRole('button', { name: 'Confirm all' }).first().click();
  // What was suggested; a turn that nothing was suggested for stays open, for questions that are yet to come.
  await page.getByText('4 confirmed, 0 suggested').waitFor();
  await page.getByRole('button', { name: 'layla', exact: true }).click();
  await asks(3).selectOption({ label: 'No question, or a probe' });
  await page.getByText('1 confirmed, 1 suggested').waitFor();

  // Matched again, what was confirmed stays; so does a correction.
  await page.getByRole('button', { name: 'Match to the interviews' }).click();
  await page.getByText('There is nothing new to suggest').waitFor();
  assert.equal(await chosen(3), 'No question, or a probe');

  // Side by side, each in its direction, with what was said after a probe.
  await tab(page, 'Answers side by side').click();
  const answer = page.locator('.answer');
  await answer.getByText('On the children’s ward'.replace('’', "'")).waitFor();
  assert.equal(await answer.count(), 1);
  assert.match(await answer.textContent(), /nurse in the old hospital[\s\S]*nine years/);
  await look(page);
  await page.getByRole('combobox', { name: 'Question' }).selectOption({ index: 2 });
  await answer.getByText('عبرنا في الليل').waitFor();
  assert.equal(await answer.locator('.answer__words p').first().getAttribute('dir'), 'rtl');
  await page.getByText('Asked in 1 document, never in 1').waitFor();
  await screenshot(page, 'guide-answers');

  // Who was never asked what, and what was asked beside the guide.
  await tab(page, 'Who was asked what').click();
  assert.deepEqual(await cells('nadia'), ['asked', 'asked', 'never asked', 'asked']);
  assert.deepEqual(await cells('layla'), ['never asked', 'never asked', 'suggested', 'never asked']);
  await page.getByRole('link', { name: 'How many children do you have?' }).waitFor();
  await look(page);
  await screenshot(page, 'guide-asked');

  // The link leads to the place in the reader.
  await page.getByRole('link', { name: 'How many children do you have?' }).click();
  await page.getByRole('article', { name: 'Text of nadia' }).getByText('How many children do you have?').waitFor();

  // One undo takes all of a matching back; and it is all kept.
  await saved(page);
  await page.reload();
  await link(page, 'Guide').click();
  await tab(page, 'Who was asked what').click();
  assert.deepEqual(await cells('nadia'), ['asked', 'asked', 'never asked', 'asked']);
});

for (const [locale, label] of [['en', 'English'], ['ar', 'Arabic']]) {
  journey(test, `the guide on a narrow phone, in ${label}`, { viewport: { width: 390, height: 800 } }, async (emic) => {
    const { page } = emic;
    await begin(page);
    await bringIn(page, { 'nadia.txt': ENGLISH });
    const project = new URL(page.url()).hash.split('/')[1];
    const go = (place) => page.goto(`${emic.origin}/#/${project}/${place}`);
    await go('guide');
    await page.getByRole('button', { name: 'Paste several' }).click();
    await page.getByRole('dialog').getByLabel('Questions').fill(GUIDE);
    await page.getByRole('dialog').getByRole('button', { name: 'Add 5 questions' }).click();
    await go('guide/matches');
    await page.getByRole('button', { name: 'Match to the interviews' }).click();
    await page.getByText(/0 confirmed, [1-9]/).waitFor();
    await page.getByRole('button', { name: 'nadia', exact: true }).click();
    if (locale === 'ar') await page.locator('#language').click();
    for (const place of ['guide', 'guide/matches', 'guide/answers', 'guide/asked', 'cases']) {
      await go(place);
      await page.locator('h1').last().waitFor();
      await page.waitForTimeout(300);
      await look(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${place} is ${over} px too wide`);
      await screenshot(page, `narrow-${locale}-${place}`);
    }
  });
}
