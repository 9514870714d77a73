import { createContext } from 'react'

/** The elements that the lens shows; undefined without one. Nodes are made by React Flow, so it can't be a prop. */
export const LensContext = createContext<ReadonlySet<string> | undefined>(undefined)
