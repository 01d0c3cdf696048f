/** Words that questions are made of and answers are not about. Small on purpose: BM25 levels the rest. */
const STOPWORDS: Record<string, string> = {
  en: 'a about all am an and any are as at be been being but by can could did do does doing for from had has have having he her his how i if in into is it its itself just let lets me might more most much must my no not of on one or our out over she should so some such than that the their them then there these they this those to too up us very was we were what when where which who whom why will with would you your vs versus instead rather whether while also really ever need needs still get gets make makes made work works say says said tell think thinks use uses used using good better best',
  de: 'aber als am an auch auf aus bei bin bis da das dass dem den der des die dies diese doch du durch ein eine einem einen einer eines er es für hat haben ich im in ist ja kann kein keine man mehr mein mit muss nach nicht noch nur ob oder ohne sein sich sie sind so soll sollte statt um und uns unter vom von vor wann war warum was weil welche wenn wer werden wie wieso wir wird wo zu zum zur über',
};

/** Words that questions and half-remembered sentences carry along: they count, but little. */
const LIGHT: Record<string, string> = {
  en: 'actually again almost already always another anyone anything around ask asked back bad become becomes before better big both bring call called change come comes day difference different enough even every everybody everyone everything far few find first found four full getting give given go goes going great happen happened happens hard help helps high important keep keeps kept know known large last later least less like little long look looking lot many matter mean means mostly needed never new nobody nothing often old once only other own part people person place point possible problem problems put question quite real right run runs second see seen set side since small somebody someone something sometimes sort start take takes talk thing things think thought three time times told try two understand want wanted wants way ways well whole whose without word words worth wrong year years yet',
  de: 'ab alle alles anders andere anderen ander beide besser bringen dann dazu dinge eigentlich einfach erst etwas fast finden frage ganz geben gehen gibt groß gut halten heute immer jede jeder jedes jetzt kleine kommen lang leute machen macht mal mehrere muss nie neu nie nichts oft problem sache sagen schon sehen sehr seit selbst statt tun viel viele wenig weil weiter welt wichtig wissen wohl wollen ziemlich zwei',
};

export function lightWordsOf(language: string): ReadonlySet<string> {
  return wordsOf(LIGHT, language);
}

/** The stop words of a language; unknown languages have none. */
export function stopwordsOf(language: string): ReadonlySet<string> {
  return wordsOf(STOPWORDS, language);
}

function wordsOf(lists: Record<string, string>, language: string): ReadonlySet<string> {
  return new Set((lists[language.split('-')[0] ?? ''] ?? '').split(' '));
}
