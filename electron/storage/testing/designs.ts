/** Designs for tests of the storage: each tells its number, and whether it is whole. */
import { parseDesign } from '../../../shared/design/serialize'

/** The text of the n-th state of a design, always as long as the others of this size. */
export function numbered(n: number, elements = 1): string {
  const mark = String(n).padStart(8, '0')
  const element = (i: number) =>
    `    "service-${String(i).padStart(5, '0')}": { "kind": "service", "label": "${mark}", "spec": { "serviceName": "s-${mark}" } }`
  return `{
  "format": "fairlead/1",
  "name": "${mark}",
  "elements": {
${Array.from({ length: elements }, (_, i) => element(i)).join(',\n')}
  },
  "connections": {},
  "layout": {}
}
`
}

/** Which state this text is; undefined when it is torn. */
export function numberOf(text: string, elements = 1): number | undefined {
  const design = parseDesign(text)
  if (!design.ok) return undefined
  const n = Number(design.value.name)
  return text === numbered(n, elements) ? n : undefined
}
