/** Commands that leave the open design as it is, and are about more than the canvas; of some groups all. */
const GROUPS: ReadonlySet<string> = new Set(['compare', 'present', 'help'])

const OTHERS: ReadonlySet<string> = new Set([
  ...['file.new', 'file.open', 'file.recent', 'file.save', 'file.save-as', 'file.export', 'review.report'],
  ...['lens.nesting', 'view.zoom-in', 'view.zoom-out', 'view.zoom-100', 'view.fit'],
  ...['view.commands', 'view.theme', 'view.english', 'view.korean'],
  ...['window.next-region', 'window.previous-region', 'select.out'],
])

/** Can a command be used while a comparison is shown in place of the canvas? */
export function worksWhileComparing(id: string): boolean {
  return GROUPS.has(id.split('.')[0] ?? '') || OTHERS.has(id)
}
