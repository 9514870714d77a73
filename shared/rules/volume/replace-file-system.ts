/** What to use instead of a file system that no task definition can mount. */

import { isObject } from '../../basics/json'
import { freeId } from '../../basics/slug'
import { append } from '../../elements/parts/editing'
import { objectsAt } from '../../elements/parts/reading'
import type { Connection } from '../../graph/connection'
import { type Graph, incoming, nameOf, outgoing } from '../../graph/graph'
import { say } from '../../texts/text'
import { takePlace } from '../fixes'
import type { Fix } from '../rule'
import { addEfsVolume } from './add-efs'

/** The file system goes when nothing else has to do with it, and EFS takes its place on the canvas. */
export function replaceByEfs(graph: Graph, { id, from, to }: Connection): Fix {
  const lonely = incoming(graph, to).length === 1 && outgoing(graph, to).length === 0
  const name = `${nameOf(graph, to)}-efs`
  return {
    title: say`Replace “${nameOf(graph, to)}” by an EFS volume`,
    apply: (draft) => {
      if (!draft.connections[id]) return
      delete draft.connections[id]
      const efs = addEfsVolume(draft, from, { name, wanted: `${to}-efs` })
      if (!lonely || efs === undefined) return
      takePlace(draft, efs, to)
      delete draft.elements[to]
      delete draft.layout[to]
    },
  }
}

/**
 * On container instances the file system can be mounted on the host, where the task binds the folder. The mount itself is
 * made when the instances start, which no element holds, so the folder's name is what tells of it.
 */
export function bindInstead(graph: Graph, { id, from, to }: Connection): Fix {
  const name = nameOf(graph, to)
  return {
    title: say`Bind the folder /mnt/${to} of the instances, where “${name}” is mounted`,
    apply: (draft) => {
      const spec = draft.elements[from]?.spec
      if (!draft.connections[id] || !isObject(spec)) return
      delete draft.connections[id]
      const names = objectsAt(spec, '/volumes').map(([, volume]) => volume.name)
      const volume = freeId(to, (taken) => names.includes(taken))
      append(spec, 'volumes', { name: volume, host: { sourcePath: `/mnt/${to}` } })
    },
  }
}
