import { extname } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  drawioFaults,
  mermaidFaults,
  shellFaults,
  svgFaults,
  terraformFaults,
  typescriptFaults,
  yamlFaults,
} from '../testing/inert'
import { nastyDesign } from '../testing/nasty'
import { payloads } from '../testing/payloads'
import { figure, runs } from '../testing/runs'
import { FUNCTIONS } from './aws-cli/prelude'
import { exportFormats } from './registry'

/** By the ending of the file's name. */
const checks: Readonly<Record<string, (content: string) => readonly string[]>> = {
  '.svg': svgFaults,
  '.mmd': mermaidFaults,
  '.drawio': drawioFaults,
  '.sh': shellFaults,
  '.tf': terraformFaults,
  '.ts': typescriptFaults,
  '.yaml': yamlFaults,
  '.json': (content) => {
    JSON.parse(content)
    return []
  },
}

test('there are at least 250 different payloads', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(250)
})

// Beginning the list at another place, each text stands in another field: in the end, each in every one.
const beginnings = runs(3, payloads.length)

test.each(exportFormats.map((format) => [format.id, format] as const))(
  '%s: nothing acts, whatever the texts are',
  { timeout: 60_000 },
  (id, format) => {
    const faults: string[] = []
    for (let first = 0; first < beginnings; first++) {
      const { files } = format.export(nastyDesign(payloads, first))
      for (const { name, content } of files) {
        const check = checks[extname(name)]
        if (!check) throw new Error(`No check for files such as ${name}.`)
        faults.push(...check(content))
      }
    }
    figure(
      'R17',
      `${id}: ${payloads.length} payloads, beginning at ${beginnings} places: ${faults.length} faults`,
    )
    expect(faults).toEqual([])
  },
)

describe('the check would find', () => {
  const drawing = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`

  test.each([
    '<script>1</script>',
    '<rect onclick="1"/>',
    '<foreignObject/>',
    '<a href="javascript:1"/>',
    '<use href="https://evil.invalid/x"/>',
    '<rect fill="url(https://evil.invalid/x)"/>',
    '<style>@import "https://evil.invalid/x"</style>',
    '<text>&lt;<b/></text>',
    '<!-- x -->',
    '<text>',
  ])('%s', (inside) => expect(svgFaults(drawing(inside))).not.toEqual([]))

  test.each(['a: &b c', 'a: *b', 'a: "', 'a: [', 'a: b: c'])('%s', (text) =>
    expect(yamlFaults(text)).not.toEqual([]),
  )

  test.each(["echo '", '$(touch x)', 'a `b`', 'a; b', 'a | b', 'a && b', 'é', '$1'])(
    '%s in a script',
    (line) => {
      expect(shellFaults(`#!/bin/sh${FUNCTIONS}say 'a'\n${line}\n`)).not.toEqual([])
    },
  )

  test('nothing in a drawing of text', () => {
    expect(svgFaults(drawing('<g id="a"><text x="1">&lt;script&gt;</text></g>'))).toEqual([])
  })
})
