/** The records of a design, by what a conflict calls their things. */
import type { Design } from './design'

export const sections = {
  element: 'elements',
  connection: 'connections',
  waiver: 'waivers',
  thread: 'threads',
  approval: 'approvals',
  place: 'layout',
  'network-place': 'networkLayout',
  route: 'routes',
} as const

export type Of = keyof typeof sections

export type Section = (typeof sections)[Of]

const OF = new Map(Object.entries(sections).map(([of, section]) => [section as string, of as Of]))

/** What the things in that member of a design are; undefined for any other member. */
export function ofSection(member: string): Of | undefined {
  return OF.get(member)
}

export type Things = Readonly<Record<string, unknown>>

/** The things of a section; none where the design has no such section. */
export function thingsIn(design: Design, section: Section): Things {
  return (design[section] ?? {}) as Things
}
