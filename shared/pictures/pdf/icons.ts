/** AWS's icons as drawings of a PDF: each is there once, as paths, however often it is shown. */

import { toNumber } from '../../basics/convert'
import { rgb } from './color'
import { num, type PdfFile } from './file'
import { pathOperators } from './path'

export interface Icons {
  /** As resources call it, and how large it is; undefined for an icon that does not exist. */
  readonly use: (
    name: string,
  ) => { readonly name: string; readonly width: number; readonly height: number } | undefined
  /** Writes the icons that were used; the entries of a resource dictionary. */
  readonly write: (file: PdfFile) => string
}

interface Drawing {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly content: string
}

/** The icons by the text of their SVG files. */
export function newIcons(source: (name: string) => string | undefined): Icons {
  const drawings = new Map<string, Drawing>()
  return {
    use: (name) => {
      const known = drawings.get(name)
      if (known) return known
      const text = source(name)
      if (text === undefined) return undefined
      const drawing = drawingOf(text, `I${drawings.size + 1}`)
      drawings.set(name, drawing)
      return drawing
    },
    write: (file) =>
      [...drawings.values()]
        .map(({ name, width, height, content }) => {
          const entries = `/Type/XObject/Subtype/Form/BBox[0 0 ${num(width)} ${num(height)}]`
          return `/${name} ${file.stream(entries, content)}`
        })
        .join(''),
  }
}

/** The icons are groups of filled paths, and nothing else; a test holds them to it. */
function drawingOf(svg: string, name: string): Drawing {
  const [, , width = 64, height = 64] = (attribute(svg, 'viewBox') ?? '').split(/[\s,]+/).map(toNumber)
  const paths: string[] = []
  const groups: (readonly [fill: string | undefined, rule: string | undefined])[] = []
  for (const [tag] of svg.matchAll(/<\/?(?:svg|g|path)\b[^>]*>/g)) {
    if (tag.startsWith('</')) {
      groups.pop()
      continue
    }
    const [fill, rule] = groups.at(-1) ?? []
    const own = [attribute(tag, 'fill') ?? fill, attribute(tag, 'fill-rule') ?? rule] as const
    if (tag.startsWith('<path')) {
      if (own[0] === 'none') continue
      const operators = pathOperators(attribute(tag, 'd') ?? '')
      paths.push(`${rgb(own[0] ?? '#000')} rg ${operators} ${own[1] === 'evenodd' ? 'f*' : 'f'}`)
    } else if (!tag.endsWith('/>')) groups.push(own)
  }
  return { name, width, height, content: paths.join('\n') }
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
}
