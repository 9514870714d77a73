/** The part of ELK's JSON graph that is used here; elkjs takes and returns exactly this. */

export interface ElkNode {
  readonly id: string
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly children?: ElkNode[]
  readonly ports?: ElkPort[]
  readonly edges?: ElkEdge[]
  readonly layoutOptions?: Record<string, string>
}

export interface ElkPort {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly layoutOptions: Record<string, string>
}

export interface ElkEdge {
  readonly id: string
  readonly sources: string[]
  readonly targets: string[]
}

/** Lays a graph out: a worker in the app, the bundled library on the command line. */
export type RunElk = (graph: ElkNode) => Promise<ElkNode>
