/** What to type where there is a terminal: the file in the commit before, and as it is. */
export function diffCommand(file: string): string {
  return ['fairlead', 'diff', quoted(`HEAD~1:./${file}`), quoted(file)].join(' ')
}

/** As POSIX shells read it as one word. */
function quoted(word: string): string {
  return /^[\w.@%+=:,~/-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
