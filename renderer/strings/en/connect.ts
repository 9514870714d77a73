/** Drawing lines. */
export const connect = { meaning: 'What does this line mean?', refused: 'This line can’t be drawn' } as const
