/**
 * The design document `fairlead/1`: the one source of truth. An element keeps its configuration in AWS's own API
 * shape under `spec`, every object is loose, and what a newer version or another tool wrote survives untouched.
 */
import { z } from 'zod'

export const FORMAT = 'fairlead/1'

/** Ids are slugs that people can read in a diff: lower-case letters, digits and hyphens. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

const id = z
  .string()
  .regex(idPattern, 'Ids are lower-case letters and digits, joined by single hyphens.')
  .max(255)

export const elementSchema = z.looseObject({
  kind: z.string().min(1),
  /** Shown when the spec itself has no name. */
  label: z.string().optional(),
  /** The frame this is drawn in, where no reference in a spec says so. */
  inside: id.optional(),
  /** Stays where it is: neither dragging nor auto-layout moves it. */
  locked: z.boolean().optional(),
  /** What no spec can say about it, such as that it runs to an end: keys of `elements/traits.ts`. */
  traits: z.array(z.string()).optional(),
  /** The input of AWS's create call for this kind, with `@{id.attribute}` where it names another element. */
  spec: z.record(z.string(), z.unknown()),
  /** Identifiers of a resource that is already in AWS, by attribute: `{ "fileSystemId": "fs-0123" }`. */
  existing: z.record(z.string(), z.string()).optional(),
})

/** A line that no spec can hold, such as traffic from users or an API call to a table. */
export const connectionSchema = z.looseObject({
  from: id,
  to: id,
  /** A key of `meanings`. */
  meaning: z.string().min(1),
  label: z.string().optional(),
})

/** Why a problem is accepted for now. It stays visible, struck through, and in every report. */
export const waiverSchema = z.looseObject({
  /** Id of the rule. */
  rule: z.string().min(1),
  /** Id of the element. */
  element: id,
  /** JSON pointer of the one problem that is meant; absent: whatever the rule finds in the element. */
  path: z.string().optional(),
  reason: z.string().min(1),
  author: z.string().min(1),
  /** ISO date after which the problem counts again. */
  expires: z.iso.date().optional(),
})

/** Pixels in the frame that holds the element, or on the canvas when nothing holds it. */
export const placeSchema = z.looseObject({
  x: z.number(),
  y: z.number(),
  /** Only for frames and notes that somebody resized; every other size follows from the figure. */
  width: z.number().positive().optional(),
  height: z.number().positive().optional(),
  /** A frame that shows a summary instead of what is in it; the places inside stay for when it is opened again. */
  collapsed: z.boolean().optional(),
  /** Among its siblings the higher one lies on top; those without stand at 0, in the order of the design. */
  z: z.number().optional(),
})

/** The way of a line that somebody bent by hand. */
export const routeSchema = z.looseObject({
  /** Absolute on the canvas, from the line's start to its end; the line goes through them. */
  points: z.array(z.looseObject({ x: z.number(), y: z.number() })),
})

/**
 * What two people changed in different ways, left open by a merge. The design holds ours in that place; an absent side
 * had nothing there.
 */
export const conflictSchema = z.looseObject({
  /**
   * `element`, `connection`, `waiver`, `thread`, `approval`, `place`, `network-place`, `route`, or `design` for a member of
   * the document.
   */
  of: z.string().min(1),
  /** Absent for the document. */
  id: z.string().optional(),
  /**
   * JSON pointer in the element, connection, … or document; empty for the whole of it. An item of a list that has a name
   * is named by it, as in `/spec/containerDefinitions/name=api/image`, since its index changes with its neighbours.
   */
  pointer: z.string(),
  base: z.unknown().optional(),
  ours: z.unknown().optional(),
  theirs: z.unknown().optional(),
})

/** Who said or decided something, as they call themselves: nobody proves it, as in git. */
const author = z.string().min(1)
const email = z.string().min(1).optional()

/**
 * What a thread is about: an element, a field of it, or a place on the canvas. It names an element that may be gone, and
 * is there again when the deletion is undone.
 */
export const pinSchema = z.looseObject({
  element: id.optional(),
  /** What people called the element when it was pinned: for those who read of it once it is gone. */
  named: z.string().optional(),
  /**
   * JSON pointer in the element's spec, with items of lists by their names, such as
   * `/containerDefinitions/name=api/cpu`, so that it stays on its field when others come and go; by their indices where
   * nothing tells them apart (`pin-pointer.ts`). Absent: the element as a whole.
   */
  pointer: z.string().optional(),
  /** Pixels from the element's upper left corner; on the canvas when no element is named. */
  x: z.number().optional(),
  y: z.number().optional(),
  /** Both are there for a region. */
  width: z.number().positive().optional(),
  height: z.number().positive().optional(),
  /** The nesting on whose canvas the point is; absent: the logical one. Beside an element it means nothing. */
  nesting: z.string().min(1).optional(),
})

export const commentSchema = z.looseObject({
  author,
  email,
  written: z.iso.datetime(),
  /** When its author changed it last. */
  edited: z.iso.datetime().optional(),
  text: z.string().min(1),
})

/** A discussion. The earliest comment opens it, the others reply. */
export const threadSchema = z.looseObject({
  /** A key of `threadKinds`. */
  kind: z.string().min(1),
  pin: pinSchema,
  /** By random ids, so that nothing is lost when two people write at once. */
  comments: z.record(id, commentSchema),
  /** Absent while it is open. */
  resolved: z.looseObject({ author, email, at: z.iso.datetime() }).optional(),
})

/** Somebody agreed to what the design meant at that moment. */
export const approvalSchema = z.looseObject({
  author,
  email,
  at: z.iso.datetime(),
  /** SHA-256 of the meaning, in hexadecimal digits: it counts as long as the design's is the same. */
  meaning: z.string().min(1),
  /** The rules that it was checked with. */
  rules: z.string(),
  comment: z.string().optional(),
  /** Why it was given although changes were asked for. */
  override: z.string().optional(),
  /** The design as it was, packed: what has changed since can be told without its history. */
  approved: z.string().optional(),
})

/** What the cost estimate assumes. It means nothing to AWS. */
export const estimateSchema = z.looseObject({
  /** Hours of a month; 730 when absent. */
  hours: z.number().positive().optional(),
  /** The Region whose prices stand in for those of the design's own. */
  region: z.string().optional(),
  /** By element: what is used of it in a month, such as `{ "shared-data": { "storedGb": 120 } }`. */
  usage: z.record(id, z.record(z.string(), z.number().nonnegative())).optional(),
  /** By Region: prices of one's own in place of the table's. */
  prices: z.record(z.string(), z.record(z.string(), z.number().nonnegative())).optional(),
})

export const designSchema = z.looseObject({
  format: z.literal(FORMAT),
  name: z.string(),
  /** AWS Region code, such as `ap-northeast-2`. */
  region: z.string().optional(),
  /** AWS account id, twelve digits. */
  account: z.string().optional(),
  elements: z.record(id, elementSchema),
  connections: z.record(id, connectionSchema),
  layout: z.record(id, placeSchema),
  /** The places in the other nesting of the same design: VPC ▸ Availability Zone ▸ subnet. */
  networkLayout: z.record(id, placeSchema).optional(),
  /** By the id of the line. */
  routes: z.record(z.string(), routeSchema).optional(),
  waivers: z.record(id, waiverSchema).optional(),
  /** What is still to be settled after a merge; absent in a design without. */
  conflicts: z.record(id, conflictSchema).optional(),
  threads: z.record(id, threadSchema).optional(),
  approvals: z.record(id, approvalSchema).optional(),
  estimate: estimateSchema.optional(),
})

export type Design = z.infer<typeof designSchema>
export type Element = z.infer<typeof elementSchema>
export type StoredConnection = z.infer<typeof connectionSchema>
export type Waiver = z.infer<typeof waiverSchema>
export type Conflict = z.infer<typeof conflictSchema>
export type Pin = z.infer<typeof pinSchema>
export type Comment = z.infer<typeof commentSchema>
export type Thread = z.infer<typeof threadSchema>
export type Approval = z.infer<typeof approvalSchema>
export type Assumptions = z.infer<typeof estimateSchema>
export type Place = z.infer<typeof placeSchema>
export type Route = z.infer<typeof routeSchema>
export type Spec = Element['spec']

/** The part of a design that means something to AWS: what the graph, the rules and the exports look at. */
export type Meaningful = Pick<Design, 'elements' | 'connections' | 'region' | 'account'>

/** A design with nothing in it. */
export function emptyDesign(name: string): Design {
  return { format: FORMAT, name, elements: {}, connections: {}, layout: {} }
}
