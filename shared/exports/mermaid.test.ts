/** Mermaid's own parser says what our flowcharts mean. */
import DOMPurify from 'dompurify'
import fc from 'fast-check'
import mermaid from 'mermaid'
import { expect, test } from 'vitest'
import { emptyDesign } from '../design/design'
import { drawing, element, link } from '../rules/examples'
import { design } from '../testing/arbitraries'
import { nastyDesign } from '../testing/nasty'
import { payloads } from '../testing/payloads'
import { runs } from '../testing/runs'
import { templates } from '../testing/templates'
import { validDesigns } from '../testing/valid-designs'
import { english } from '../texts/text'
import { mermaidExport } from './mermaid'

// Without a window it does not clean; the parser asks it to for labels, which are not shown to anybody here.
Object.assign(DOMPurify, { addHook: () => undefined, sanitize: (text: string) => text })

interface Vertex {
  readonly id: string
  readonly text: string
}

/** What Mermaid understands: nodes with their texts, frames with what is in them, lines. */
async function understood(text: string) {
  await mermaid.parse(text)
  const { db } = (await mermaid.mermaidAPI.getDiagramFromText(text)) as unknown as {
    db: {
      getVertices: () => ReadonlyMap<string, Vertex>
      getEdges: () => readonly { start: string; end: string; text: string; stroke: string }[]
      getSubGraphs: () => readonly { id: string; title: string; nodes: readonly string[] }[]
    }
  }
  return {
    nodes: new Map([...db.getVertices().values()].map((node) => [node.id, decoded(node.text)])),
    frames: new Map(db.getSubGraphs().map((frame) => [frame.id, frame.nodes])),
    lines: db.getEdges().map((line) => [line.start, line.end, decoded(line.text)]),
  }
}

/** Entities, as Mermaid hides them from its grammar. */
function decoded(text: string): string {
  return text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)))
}

const flowchart = (of: Parameters<typeof mermaidExport.export>[0]) => {
  const content = mermaidExport.export(of).files[0]?.content
  if (content === undefined) throw new Error('No file.')
  return content
}

const shop = drawing(
  {
    main: element('cluster', { clusterName: 'main' }),
    web: element('service', { serviceName: 'web', cluster: '@{main}', taskDefinition: '@{web-task}' }),
    'web-task': element('task-definition', {
      family: 'web',
      taskRoleArn: '@{end}',
      containerDefinitions: [{ name: 'app', image: 'nginx:1.27' }],
    }),
    end: element('iam-role', { RoleName: 'style: direction TB' }),
    users: { ...element('users', {}), label: 'Everybody "else"' },
  },
  { visits: link('users', 'traffic', 'web') },
)

test('what is in a frame stands in its subgraph, what is connected has a line', async () => {
  expect(flowchart(shop)).toMatchInlineSnapshot(`
    "flowchart LR
      subgraph main["main (Cluster)"]
        subgraph web["web (Service)"]
          web_task[["web<br/>Task definition<br/>app: nginx:1.27"]]
        end
      end
      end_[/"style#58; direction#32;TB<br/>IAM role"\\]
      users(["Everybody #34;else#34;<br/>Users"])
      web_task -.->|"task role"| end_
      users -->|"traffic"| web
      classDef compute stroke:#ED7100,stroke-width:2px
      class main,web,web_task compute
      classDef security stroke:#DD344C,stroke-width:2px
      class end_ security
      classDef general stroke:#5B6675,stroke-width:2px
      class users general
      classDef frame fill:none
      class main,web frame
    "
  `)
  const { nodes, frames, lines } = await understood(flowchart(shop))
  expect([...frames]).toEqual([
    ['web', ['web_task']],
    ['main', ['web']],
  ])
  expect(nodes.get('web_task')).toBe('web<br/>Task definition<br/>app: nginx:1.27')
  expect(nodes.get('end_')).toBe('style: direction TB<br/>IAM role')
  expect(nodes.get('users')).toBe('Everybody "else"<br/>Users')
  expect(lines).toContainEqual(['users', 'web', 'traffic'])
})

test('an empty design is an empty flowchart', async () => {
  expect(flowchart(emptyDesign('Test'))).toBe('flowchart LR\n')
})

test('a line between a frame and what is in it is said to be left out', () => {
  const inner = { ...shop, connections: { odd: link('web-task', 'traffic', 'main') } }
  const { notes } = mermaidExport.export(inner)
  expect(notes.map(({ code, text }) => [code, english(text)])).toContainEqual([
    'line-inside',
    'The line “traffic” from “web” to “main” is left out: a flowchart has no line between a frame and what is in it.',
  ])
  expect(flowchart(inner)).not.toContain('traffic')
})

const all = { ...templates, ...validDesigns }

test.each(Object.entries(all))('%s: every element and every line is understood', async (_, of) => {
  const { nodes, frames, lines } = await understood(flowchart(of))
  const said = [...nodes.keys(), ...frames.keys()]
  const written = flowchart(of).matchAll(/^ +(?:subgraph )?(\w+)[[({>]/gm)
  expect(new Set(said)).toEqual(new Set([...written].map((match) => match[1])))
  expect(lines.length).toBe(flowchart(of).match(/(?:-->|-\.->|==>)/g)?.length ?? 0)
})

test('whatever the texts are, they stay texts', async () => {
  for (let first = 0; first < runs(3, payloads.length); first++) {
    const of = nastyDesign(payloads, first * 7)
    const { nodes, frames } = await understood(flowchart(of))
    expect(nodes.size + frames.size).toBeGreaterThanOrEqual(50)
    for (const id of [...nodes.keys(), ...frames.keys()]) expect(id).toMatch(/^[a-z0-9_]+$/)
  }
})

test('random designs are understood', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(design, async (of) => void (await understood(flowchart(of)))),
    { numRuns: runs(12, 2000) },
  )
})
