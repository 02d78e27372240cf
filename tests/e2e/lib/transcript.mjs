// A fictional transcript as one copies it out of a PDF: wrapped lines, words hyphenated at line ends, and on every page
// a header, a page number and a download notice.

/** What is said, a paragraph each. No word of it is anybody's. */
export const said = [
  'Interviewer: Could you tell me how the reservoir first came into your life in the valley?',
  'Nadia: It began with a letter. The letter said that the council wanted the lower fields for the water, and that we would be compensated. My father read it aloud twice and then he put it behind the clock, where he kept the things that he did not want to think about.',
  'Interviewer: What did people around you say about it?',
  'Nadia: They said nothing at first. Later the neighbours met in the school, and there was shouting, and some had already signed. Signing was what divided us. You could see at the well who had signed, because they came early, before anybody else was there.',
  'Interviewer: And your own family?',
  'Nadia: We signed last. My mother said that a house is only stones, but she washed the floors on the morning when we left. I have never understood that, and I have never forgotten it. The lorry came at seven and by noon we were in the new town.',
  'Interviewer: How was the new town in the beginning?',
  'Nadia: Everything was straight. The streets had numbers and the doors were all the same green. My brother walked into the wrong house three times in one week. We laughed about that, it was the first thing we laughed about together after the move.',
  'Interviewer: Did you find people there whom you knew?',
  'Nadia: The old street was scattered over the whole town. They drew lots for the houses, so your neighbour was whoever drew the number beside yours. My mother walked forty minutes to drink coffee with the woman who had lived across the yard for twenty years.',
  'Interviewer: What would you say was lost?',
  'Nadia: People ask about the fields. I would say the evenings. In the valley you sat outside and the talk came to you. In the town you have to invite the talk, and buy biscuits. It sounds small when I say it like this, but it is not a small thing.',
  'Interviewer: And was there something that you gained?',
  'Nadia: I went to school until the end. In the valley girls stopped at twelve. I am a nurse because of that reservoir, and I cannot forgive it and I cannot wish it away. When the water is low you can see the top of the school, and people drive out to look.',
  'Interviewer: Do you go there yourself?',
  'Nadia: Once, with my daughter. She asked whether the fish were in the classrooms now. I said yes, they sit in rows and they wait for the bell.',
];

/** The words cut into lines of at most so many letters; long words at an end are hyphenated, as a typesetter does. */
function wrapped(words, width) {
  const lines = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (!line) {
      line = word;
    } else if (line.length + 1 + word.length <= width) {
      line += ` ${word}`;
    } else {
      const room = width - line.length - 2;
      if (/^[a-z]{7,}$/.test(word) && room >= 3 && word.length - room >= 3) {
        lines.push(`${line} ${word.slice(0, room)}-`);
        line = word.slice(room);
      } else {
        lines.push(line);
        line = word;
      }
    }
  }
  return [...lines, line];
}

/** The transcript as it comes out of the PDF: pages of so many lines. */
export function pdfText({ width = 48, page = 20 } = {}) {
  const lines = said.flatMap((words) => [...wrapped(words, width), '']);
  const out = [];
  for (let n = 0; n * page < lines.length; n += 1) {
    out.push(`MARROW VALLEY ORAL HISTORY        Transcript 7, page ${n + 1}`, '');
    out.push(...lines.slice(n * page, (n + 1) * page));
    out.push('', 'Downloaded from archive.example.org on 3 May 2024. For personal use only.', '');
  }
  return out.join('\n');
}
