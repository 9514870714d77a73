/** The projects in Compose files: each file is one, together with the override file that lies beside it. */
import { slug } from '../../basics/slug'
import { baseName } from '../base-name'
import { member, type Node, nodeOf, textOf } from '../containers/node'
import type { SourceFile } from '../format'
import { documentsIn } from '../reading/documents'
import { entriesOf, extended, merged } from './merge'

export interface Project {
  readonly name: string
  readonly root: Node
  /** What another file overrides. */
  readonly overridden: readonly Node[]
  /** With what they extend and what overrides them. */
  readonly services: readonly (readonly [string, Node])[]
}

/** Reads the files; `wanted` is the name that somebody gave the import. */
export function projectsOf(files: readonly SourceFile[], wanted?: string): readonly Project[] {
  const trees = files.map((file) => ({ name: file.name, tree: treeOf(file) }))
  const overrides = trees.filter(({ name }) => /override/i.test(baseName(name)) && trees.length > 1)
  const mains = trees.filter((one) => !overrides.includes(one))
  const roots = mains.length > 0 ? mains : overrides
  return roots.map(({ name, tree }, i) => {
    const beside = mains.length > 0 ? overrides.filter((one) => folderOf(one.name) === folderOf(name)) : []
    const overridden: Node[] = []
    const root = beside.reduce<Node>((all, one) => merged(all, one.tree, overridden) ?? all, tree)
    return {
      name: projectName(root, name, i === 0 ? wanted : undefined),
      root,
      overridden,
      services: entriesOf(member(root, 'services')).map(([key, service]) => [
        key,
        extended(service, (file, of) => {
          const other = file === undefined ? root : trees.find((one) => sameFile(one.name, file))?.tree
          return member(member(other, 'services'), of)
        }),
      ]),
    }
  })
}

function treeOf(file: SourceFile): Node {
  const [document] = documentsIn(file)
  return nodeOf(document?.value, { file: file.name, pointer: document?.pointer ?? '' })
}

function folderOf(name: string): string {
  return name.replace(/[^\\/]*$/, '')
}

function sameFile(name: string, written: string): boolean {
  const last = (path: string) => path.replace(/^.*[\\/]/, '')
  return last(name) === last(written)
}

/** As Compose names a project: by its own word, else by the folder. A file’s own name says little where it is the usual one. */
function projectName(root: Node, file: string, wanted: string | undefined): string {
  const own = textOf(member(root, 'name'))
  const folder = folderOf(file)
    .split(/[\\/]/)
    .findLast((part) => part !== '')
  const stem = baseName(file).replace(/(?:^|[-._])(?:docker-)?compose(?=$|[-._])/gi, '')
  // What was pasted has no file, and so no name of its own.
  const usual = slug(stem, '') === '' || !/\.\w+$/.test(file)
  return slug(own ?? wanted ?? (usual ? (folder ?? '') : stem), 'app')
}
