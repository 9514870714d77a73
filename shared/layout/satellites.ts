/**
 * Roles, repositories, secrets, log groups, tables: what others refer to and what refers to nothing itself. Those with
 * the same users stand together in one block beside them, in the order in which the users' figures list them.
 */
import { push } from '../basics/push'
import type { DrawnLine } from '../figures/lines'
import type { Figure } from '../figures/mark'
import { rowFor } from '../figures/routing/ends'
import { isMain } from './flow'

export interface Block {
  readonly id: string
  readonly members: readonly string[]
  readonly columns: number
}

export interface Surroundings {
  readonly lines: readonly DrawnLine[]
  readonly figure: (id: string) => Figure
  /** The frame that an element is placed in. */
  readonly holder: (id: string) => string | undefined
  /** Has it anything in it? */
  readonly isEmpty: (id: string) => boolean
}

/** Where on its user's figure a line starts: the header, then the rows from top to bottom. */
interface Use {
  readonly user: string
  readonly row: number
}

/** The blocks of the elements given, by member. */
export function blocksOf(ids: readonly string[], around: Surroundings): Map<string, Block> {
  const incoming = new Map<string, DrawnLine[]>()
  const outgoing = new Map<string, DrawnLine[]>()
  for (const line of around.lines) {
    push(incoming, line.to.item, line)
    push(outgoing, line.from.item, line)
  }
  const satellite = new Map<string, boolean>()
  const isSatellite = (id: string): boolean => {
    const known = satellite.get(id)
    if (known !== undefined) return known
    satellite.set(id, false)
    const out = outgoing.get(id) ?? []
    const all = [...out, ...(incoming.get(id) ?? [])]
    const answer =
      around.isEmpty(id) &&
      all.length > out.length &&
      !all.some((line) => isMain(line.meaning)) &&
      out.every((line) => isSatellite(line.to.item))
    satellite.set(id, answer)
    return answer
  }
  const usesOf = (id: string, seen: ReadonlySet<string>): Use[] =>
    (incoming.get(id) ?? []).flatMap((line) => {
      const user = line.from.item
      if (seen.has(user)) return []
      if (isSatellite(user)) return usesOf(user, new Set([...seen, user]))
      return [{ user, row: rowFor(around.figure(user), line.from) }]
    })
  const groups = new Map<string, { id: string; uses: Use[]; left: boolean }[]>()
  for (const id of ids) {
    if (!isSatellite(id)) continue
    const uses = usesOf(id, new Set([id]))
    const left = (incoming.get(id) ?? []).every((line) => line.meaning === 'provides')
    const users = [...new Set(uses.map((use) => use.user))].sort().join(' ')
    push(groups, `${around.holder(id) ?? ''}|${left ? 'left' : 'right'}|${users}`, { id, uses, left })
  }
  return asBlocks([...groups.values()])
}

function asBlocks(groups: readonly { id: string; uses: Use[] }[][]): Map<string, Block> {
  const blocks = new Map<string, Block>()
  for (const group of groups) {
    const order = (uses: readonly Use[]) => Math.min(...uses.map((use) => use.row), Number.MAX_SAFE_INTEGER)
    const members = group
      .map((member, i) => ({ id: member.id, row: order(member.uses), i }))
      .sort((a, b) => a.row - b.row || a.i - b.i)
      .map((member) => member.id)
    const block = { id: `block:${members[0]}`, members, columns: columnsFor(members.length) }
    for (const member of members) blocks.set(member, block)
  }
  return blocks
}

/** One column is easiest to read; a long one would make the picture too tall. */
function columnsFor(members: number): number {
  if (members <= 8) return 1
  return Math.min(4, Math.ceil(members / 8))
}
