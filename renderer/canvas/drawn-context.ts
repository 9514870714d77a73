import { createContext } from 'react'

/** What nodes have to know of the whole drawing. They are made by React Flow, so it can't come as props. */
export interface Drawn {
  /** The elements that the lens shows; undefined without one. */
  readonly shown: ReadonlySet<string> | undefined
  /** What is in closed frames, each with the frame that stands for it. */
  readonly hidden: ReadonlyMap<string, string>
}

export const DrawnContext = createContext<Drawn>({ shown: undefined, hidden: new Map() })
