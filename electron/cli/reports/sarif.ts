import { rules } from '../../../shared/rules/registry'
import type { Report } from './report'

const LEVELS = { error: 'error', warning: 'warning', advice: 'note' } as const

/** SARIF 2.1.0, for code scanning. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const sarifReport: Report = ({ file, problems, version }) => {
  const used = rules.filter(({ id }) => problems.some(({ rule }) => rule === id))
  const driver = {
    name: 'Fairlead',
    semanticVersion: version,
    rules: used.map(({ id, title, why, severity }) => ({
      id,
      shortDescription: { text: title },
      fullDescription: { text: why },
      defaultConfiguration: { level: LEVELS[severity] },
    })),
  }
  const results = problems.map(({ rule, severity, message, line, column, element, path }) => ({
    ruleId: rule,
    ruleIndex: used.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
          region: { startLine: line, startColumn: column },
        },
        logicalLocations: [{ name: element, fullyQualifiedName: `${element}${path}` }],
      },
    ],
  }))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, results }],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}
