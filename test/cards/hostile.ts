// Texts that have hurt bots before, for the tests of what people type.
// Must hold no name of a real person.

export const hostile: readonly string[] = [
  '**fed** _kursiv_ ~~streg~~ `kode`',
  '[Klik her](https://ondt.example)',
  '![billede](https://ondt.example/x.png)',
  '<at>Mette Formand</at> godkendte',
  '<script>alert(1)</script><b>x</b>',
  '&lt;at&gt;Mette&lt;/at&gt;',
  '# Overskrift\n- punkt\n1. punkt\n> citat',
  '${title} ${1+1} {{x}}',
  '\u202eatkeler\u202c \u200bskjult\u200d\ufeff',
  'nul\u0000 og klokke\u0007',
  'z\u0301\u0302\u0303\u0304\u0305\u0306\u0307',
  '| a | b |\n|---|---|',
  '\\*ikke fed\\*',
  '"},{"type":"Action.Submit","data":{"verb":"x"}',
  'x'.repeat(5_000),
  '😀'.repeat(2_000),
  '\ud83d halv',
];
