/** What is read out while elements are chosen with keys. */
export const select = { said: '{{name}}', saidIn: '{{name}} in {{frame}}' } as const
