/** Pages of rules. */
export const rule = {
  looksAt: 'looks at {{what}}',
  wrong: 'Wrong',
  right: 'Right',
  fix: 'Quick fix: {{title}}.',
  noFix: 'No quick fix: somebody has to decide.',
  nothing: 'This rule finds nothing here.',
  open: 'Open on the canvas',
} as const
