/** A forest as an ELK graph: frames with their padding and bands, satellites as one node per block, rows as ports. */
import { toText } from '../basics/convert'
import { sizes } from '../figures/tokens'
import type { ElkNode, ElkPort } from './elk'
import { edgesOf, type Ports } from './elk-edges'
import { type Bands, between, type Forest, gridOf, paddingOf } from './forest'

const layered: Readonly<Record<string, string>> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  // Seven tries, the default, gave the generated designs the same size and took half as long again.
  'elk.layered.thoroughness': '3',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.layered.crossingMinimization.greedySwitch.type': 'TWO_SIDED',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.spacing.nodeNode': toText(between.nodes),
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': toText(between.layers),
  'elk.layered.spacing.edgeNodeBetweenLayers': '24',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8',
}

/** Above so many nodes ELK's best takes seconds. */
const MANY_NODES = 100

/** About a third of the time, and 3 % wider on 257 nodes: the middle of four quick placements, crossings looked at once. */
const quick: Readonly<Record<string, string>> = {
  'elk.layered.thoroughness': '1',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
}

/** The graph of a forest. */
export function elkGraph(forest: Forest, bands: Bands): ElkNode {
  const ports: Ports = new Map()
  const edges = edgesOf(forest, ports)
  const options = countIn(forest, forest.roots) > MANY_NODES ? { ...layered, ...quick } : layered
  const draft: Draft = { forest, ports, bands, options }
  return { id: 'root', layoutOptions: { ...options }, children: nodesOf(draft, forest.roots), edges }
}

function countIn(forest: Forest, ids: readonly string[]): number {
  return ids.reduce((sum, id) => sum + 1 + countIn(forest, forest.inside(id) ?? []), 0)
}

interface Draft {
  readonly options: Readonly<Record<string, string>>
  readonly forest: Forest
  readonly ports: Ports
  readonly bands: Bands
}

function nodesOf(draft: Draft, ids: readonly string[]): ElkNode[] {
  const { forest, ports } = draft
  const done = new Set<string>()
  return ids.flatMap((id): ElkNode[] => {
    if (forest.loose.has(id)) return []
    const block = forest.blocks.get(id)
    if (!block) return [nodeOf(draft, id)]
    if (done.has(block.id)) return []
    done.add(block.id)
    const { width, height } = gridOf(forest, block)
    return [{ id: block.id, width, height, ...withPorts(ports.get(block.id)) }]
  })
}

function nodeOf(draft: Draft, id: string): ElkNode {
  const { forest, ports, bands, options } = draft
  const figure = forest.figure(id)
  const inside = forest.inside(id)
  if (!figure.content || !inside || inside.length === 0) {
    return { id, width: figure.width, height: figure.height, ...withPorts(ports.get(id)) }
  }
  const { top, left, right, bottom } = paddingOf(forest, id)
  const band = bands.get(id)
  const children = nodesOf(draft, inside)
  const width = Math.max(figure.width, (band?.width ?? 0) + left + right)
  const below = band ? band.height + (children.length > 0 ? sizes.frame.gap : 0) : 0
  if (children.length === 0) return { id, width, height: Math.max(figure.height, top + below + bottom) }
  return {
    id,
    layoutOptions: {
      ...options,
      'elk.padding': `[top=${top},left=${left},bottom=${bottom + below},right=${right}]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.contentAlignment': 'H_LEFT V_TOP',
      'elk.nodeSize.minimum': `(${width},${figure.height})`,
      'elk.spacing.nodeNode': toText(between.siblings),
      'elk.layered.spacing.nodeNodeBetweenLayers': toText(between.innerLayers),
    },
    children,
  }
}

function withPorts(
  ports: ReadonlyMap<string, ElkPort> | undefined,
): Pick<ElkNode, 'ports' | 'layoutOptions'> {
  if (!ports) return {}
  return { ports: [...ports.values()], layoutOptions: { 'elk.portConstraints': 'FIXED_POS' } }
}
