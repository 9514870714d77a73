/** What would act in an exported file: nothing may. Each check answers with the faults it finds. */
import { DOMParser } from '@xmldom/xmldom'
import { marked } from 'marked'
import { parseAllDocuments, visit as visitYaml } from 'yaml'
import { FUNCTIONS } from '../exports/aws-cli/prelude'

const ELEMENTS = new Set(
  'svg title desc style defs symbol metadata g path rect circle ellipse line polyline polygon text tspan use linearGradient radialGradient stop clipPath mask'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set(
  `xmlns xmlns:xlink xml:space version id class role aria-label viewBox width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points
   transform gradientTransform gradientUnits offset stop-color stop-opacity fill fill-opacity fill-rule clip-rule clip-path mask
   stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin stroke-miterlimit opacity font-family font-size
   font-weight font-variant-ligatures text-anchor href xlink:href preserveAspectRatio data-type data-encoding`.split(
    /\s+/,
  ),
)

const PAGE_ELEMENTS = new Set(
  `html head body meta title style header nav main section article footer div p span h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table
   caption colgroup col thead tbody tfoot tr th td figure figcaption strong code time a`.split(/\s+/),
)
const PAGE_ATTRIBUTES = new Set(
  'lang charset http-equiv content name id class href rel scope style datetime role tabindex aria-label aria-labelledby aria-hidden'.split(
    ' ',
  ),
)

/** A page of text, tables and drawings: no script, handler, form, frame or picture; nothing is asked for from outside. */
export function htmlFaults(text: string): readonly string[] {
  const { root, faults } = parsed(text.replace(/^<!DOCTYPE html>/, ''), 'text/xml')
  if (!text.includes(`content="default-src 'none'; style-src 'unsafe-inline'; `)) faults.push('no policy')
  visitPage(root, faults)
  return faults
}

function visitPage(node: XmlNode, faults: string[]): void {
  for (const child of Array.from(node.childNodes ?? [])) {
    if (child.nodeType === TEXT) continue
    if (child.nodeName === 'svg') {
      visitDrawing(child, faults)
      continue
    }
    if (!PAGE_ELEMENTS.has(child.nodeName)) faults.push(`<${child.nodeName}>: ${child.nodeValue}`)
    for (const { name, value } of Array.from(child.attributes ?? [])) {
      if (!PAGE_ATTRIBUTES.has(name)) faults.push(`${child.nodeName} ${name}="${value}"`)
      if (
        name === 'href' &&
        !/^(?:#[a-z-]+|https:\/\/(?:docs\.aws\.amazon\.com|kubernetes\.io)\/[\w./#?=-]+)$/.test(value)
      )
        faults.push(`href="${value}"`)
      if (name === 'style' && !/^width:[\d.]+%$/.test(value)) faults.push(`style="${value}"`)
    }
    if (child.nodeName === 'style' && /@import|url\((?!data:font)|[<\\]/i.test(child.textContent ?? ''))
      faults.push(`style: ${child.textContent?.slice(0, 80)}`)
    visitPage(child, faults)
  }
}

/** In a page, drawings may be hidden from those who hear it. */
function visitDrawing(svg: XmlNode, faults: string[]): void {
  const found: string[] = []
  visit({ ...svg, childNodes: [svg] }, found)
  faults.push(...found.filter((fault) => fault !== 'svg aria-hidden="true"'))
}

/** Markdown as GitHub has it: no HTML but line breaks in tables, no pictures, no links but to AWS, nobody is mentioned. */
export function markdownFaults(text: string): readonly string[] {
  const faults: string[] = []
  marked.walkTokens(marked.lexer(text), (token) => {
    if (token.type === 'html' && token.raw !== '<br>') faults.push(`html: ${token.raw}`)
    if (token.type === 'image' || token.type === 'def') faults.push(`${token.type}: ${token.raw}`)
    if (token.type === 'link' && !/^https:\/\/(?:docs\.aws\.amazon\.com|kubernetes\.io)\//.test(token.href))
      faults.push(`link: ${token.raw}`)
    if (token.type === 'text' && /@\w|#\d/.test(token.raw.replace(/&#8288;/g, '\u2060')))
      faults.push(`mention: ${token.raw}`)
  })
  return faults
}

/** A PDF that does nothing by itself, and leads to AWS's pages at most. */
export function pdfFaults(bytes: Uint8Array): readonly string[] {
  const objects = Buffer.from(bytes)
    .toString('latin1')
    .replace(/stream\r?\n[\s\S]*?endstream/g, '')
  const acts =
    objects.match(/\/(?:JavaScript|JS|OpenAction|AA|Launch|SubmitForm|EmbeddedFile|GoToR|RichMedia)\b/g) ?? []
  const addresses = [...objects.matchAll(/\/URI <([0-9A-F]*)>/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').toString(),
  )
  return [
    ...acts,
    ...addresses.filter((one) => !/^https:\/\/(?:docs\.aws\.amazon\.com|kubernetes\.io)\//.test(one)),
  ]
}

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
  const { root, faults } = parsed(text, 'image/svg+xml')
  visit(root, faults)
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

/** Outside of labels only names, shapes and arrows; in them no element but a line break, and no quote that ends them early. */
export function mermaidFaults(text: string): readonly string[] {
  return text.split('\n').filter((line) => {
    const labels = line.match(/"[^"]*"/g) ?? []
    const rest = line.replace(/"[^"]*"/g, '')
    return (
      !/^[\w \t[\](){}|\\/<>.,=:;#-]*$/.test(rest) ||
      /^\s*(?:click|href|call|%%|---)/.test(rest) ||
      labels.some((label) => /<(?!br\/>)|javascript:|[`$%*_~]|\bdirection\s/.test(label))
    )
  })
}

const DRAWIO = new Set([
  'mxfile',
  'diagram',
  'mxGraphModel',
  'root',
  'object',
  'mxCell',
  'mxGeometry',
  'Array',
  'mxPoint',
  'mxRectangle',
])
/** What labels are made of: draw.io shows them as HTML. */
const LABEL = /^(?:[^<>]|<\/?b>|<br>|<font color="#[0-9A-F]{6}" style="font-size: 10px">|<\/font>)*$/

/** Only shapes and lines; no links, no pictures from elsewhere, no HTML in labels but ours. */
export function drawioFaults(text: string): readonly string[] {
  const { root, faults } = parsed(text, 'text/xml')
  const visitNode = (node: XmlNode): void => {
    for (const child of Array.from(node.childNodes ?? [])) {
      if (child.nodeType === TEXT && child.nodeValue?.trim() === '') continue
      if (child.nodeType !== ELEMENT || !DRAWIO.has(child.nodeName))
        faults.push(`${child.nodeName}: ${child.nodeValue}`)
      for (const { name, value } of Array.from(child.attributes ?? [])) {
        if (name === 'link' || name === 'placeholders') faults.push(`${name}="${value}"`)
        if (name === 'label' && !LABEL.test(value)) faults.push(`label="${value}"`)
        if (name === 'style' && /image=|http|javascript|[<>"]/i.test(value)) faults.push(`style="${value}"`)
      }
      visitNode(child)
    }
  }
  visitNode(root)
  return faults
}

function parsed(text: string, type: string): { readonly root: XmlNode; readonly faults: string[] } {
  const faults: string[] = []
  const report = (level: string) => (message: string) => void faults.push(`${level}: ${message}`)
  const parser = new DOMParser({
    errorHandler: { warning: report('warning'), error: report('error'), fatalError: report('fatal') },
  })
  return { root: parser.parseFromString(text, type) as unknown as XmlNode, faults }
}

/** YAML that reads as it was meant: no text of the design opens a document, an alias or an anchor of its own. */
export function yamlFaults(text: string): readonly string[] {
  return [...parseAllDocuments(text)].flatMap((document) => {
    const warnings = document.warnings.filter(({ message }) => !REFERENCE_TAG.test(message))
    const faults = [...document.errors, ...warnings].map(({ message }) => message)
    visitYaml(document, {
      Alias: (_, { source }) => {
        faults.push(`*${source}`)
      },
      Node: (_, node) => {
        if ('anchor' in node && node.anchor !== undefined) faults.push(`&${node.anchor}`)
      },
    })
    return faults
  })
}

/** What CloudFormation refers by. */
const REFERENCE_TAG = /^Unresolved tag: !(?:GetAtt|Ref|Sub) /

/** Outside of texts only constructs, their members and what they are made of; in templates, members and nothing else. */
export function typescriptFaults(text: string): readonly string[] {
  return text.split('\n').filter((line) => {
    const rest = line
      .replace(/'(?:[^'\\]|\\.)*'/g, "''")
      .replace(/`(?:[^`\\$]|\\.|\$(?!\{)|\$\{[\w.]+\})*`/g, '``')
      .replace(/^\/\*\*(?:(?!\*\/).)* \*\/$/, '')
    return (
      !/^[\w\s.,:;=?{}()[\]<>'`*-]*$/.test(rest) ||
      /\b(?:eval|Function|require|process|globalThis)\b/.test(rest)
    )
  })
}

/** Outside of texts only arguments, references and the two functions that make texts; in texts, references and nothing else. */
export function terraformFaults(text: string): readonly string[] {
  return text.split('\n').filter((line) => {
    const texts = line.match(/"(?:[^"\\]|\\.)*"/g) ?? []
    const rest = line.replace(/"(?:[^"\\]|\\.)*"/g, '""')
    const calls = [...rest.matchAll(/(\w+)\(/g)].map((match) => match[1] ?? '')
    return (
      !/^[\w\s.=,"{}[\]()~>-]*$/.test(rest) ||
      /<</.test(rest) ||
      calls.some((name) => !['jsonencode', 'base64encode', 'list'].includes(name)) ||
      texts.some((one) => /(?<!%)(?:%%)*%\{/.test(one)) ||
      texts
        .flatMap((one) => [...one.matchAll(/(?<!\$)(?:\$\$)*\$\{([^}]*)/g)])
        .some(([, expression = '']) => !/^(?:(?:data\.)?aws_\w+\.\w+\.\w+|var\.\w+)$/.test(expression))
    )
  })
}

/** Outside of quotation marks only what the script itself says: no text of a design is a word of the shell. */
export function shellFaults(text: string): readonly string[] {
  const [head = '', body] = text.split(FUNCTIONS)
  if (body === undefined) return ['not a script of ours']
  const comments = head.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const bare = body.replace(/'[^']*'/g, '').replace(/\\'/g, '')
  const acting = [
    /[`']/,
    /\$\((?!aws [a-z0-9-]+ )/,
    /(?<!>)&/,
    /\|(?!\| stop )(?<!\|\|)/,
    /[^ -~\n]/,
    /;(?! then\n)/,
    /<|(?<!2)>(?!&2)/,
  ]
  const faults = acting.flatMap((pattern) => pattern.exec(bare)?.[0] ?? [])
  const variables = bare.match(/\$(?!\(|[A-Za-z_]\w*|\{[A-Za-z_]\w*[-#}]).{0,20}/g) ?? []
  return [...comments, ...faults, ...variables]
}
