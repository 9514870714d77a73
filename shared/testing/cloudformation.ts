/** AWS's own validator of templates, which works offline. */
import { RegoEngine, type StandardReport, type TemplateFile } from '@aws/cloudformation-validate'

const engine = new RegoEngine()

/** What the validator finds in a template, but for what it says for information about any. */
export function validationOf(content: string): readonly string[] {
  const bytes = new TextEncoder().encode(content)
  const template = { path: 'template.yaml', readBytes: () => bytes }
  const report: StandardReport = engine.validateStandard(template as unknown as TemplateFile)
  return report.diagnostics
    .filter(({ severity }) => severity !== 'INFO' && severity !== 'DEBUG')
    .map(({ ruleId, severity, message }) => `${severity} ${ruleId}: ${message}`)
}
