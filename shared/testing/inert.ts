/** What would act in an exported file: nothing may. Each check answers with the faults it finds. */
import { DOMParser } from '@xmldom/xmldom'

const ELEMENTS = new Set(
  'svg title desc style defs symbol metadata g path rect circle ellipse line polyline polygon text tspan use linearGradient radialGradient stop clipPath mask'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  `xmlns xmlns:xlink xml:space version id class role aria-label viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points
   transform gradientTransform gradientUnits offset stop-color stop-opacity fill fill-opacity fill-rule clip-rule clip-path mask
   stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin stroke-miterlimit opacity font-family font-size
   font-weight font-variant-ligatures text-anchor href xlink:href preserveAspectRatio`.split(/\s+/),
)

interface XmlNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly textContent: string | null
  readonly childNodes?: ArrayLike<XmlNode>
  readonly attributes?: ArrayLike<{ readonly name: string; readonly value: string }>
}

const ELEMENT = 1
const TEXT = 3

/** Only what a drawing is made of: no scripts, handlers, foreign elements, outside addresses. */
export function svgFaults(text: string): readonly string[] {
  const faults: string[] = []
  const report = (level: string) => (message: string) => void faults.push(`${level}: ${message}`)
  const parser = new DOMParser({
    errorHandler: { warning: report('warning'), error: report('error'), fatalError: report('fatal') },
  })
  visit(parser.parseFromString(text, 'image/svg+xml') as unknown as XmlNode, faults)
  return faults
}

function visit(node: XmlNode, faults: string[]): void {
  for (const child of Array.from(node.childNodes ?? [])) {
    if (child.nodeType === TEXT) continue
    if (child.nodeType !== ELEMENT) {
      faults.push(`a node of type ${child.nodeType}: ${child.nodeValue}`)
      continue
    }
    if (!ELEMENTS.has(child.nodeName)) faults.push(`<${child.nodeName}>`)
    for (const { name, value } of Array.from(child.attributes ?? [])) {
      if (!ATTRIBUTES.has(name)) faults.push(`${child.nodeName} ${name}="${value}"`)
      if (/href$/.test(name) && !value.startsWith('#')) faults.push(`${name}="${value}"`)
      if (/url\((?!#)|javascript:/i.test(value)) faults.push(`${name}="${value}"`)
    }
    if (
      child.nodeName === 'style' &&
      /@import|url\((?!["']?data:font)|[<>\\]/i.test(child.textContent ?? '')
    ) {
      faults.push(`style: ${child.textContent?.slice(0, 80)}`)
    }
    visit(child, faults)
  }
}
