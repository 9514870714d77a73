/** A design as the calls that make it. */
import { own } from '../basics/own'
import type { Design, Element } from '../design/design'
import { escapeText } from '../design/references'
import { kindOf, labelOf } from '../elements/kinds'
import { type Graph, graphOf, nameOf } from '../graph/graph'
import { vpcOf } from '../graph/network'
import { say } from '../texts/text'
import type { Deployment, DeploymentNote } from './deployment'
import { newInputs } from './inputs'
import { drawnOnly, isOfKubernetes } from './made'
import { make, type Workshop } from './maker'
import { makers } from './makers/by-kind'
import { isNetworkDrawn } from './makers/network'
import { inOrder } from './order'
import { withPermissions } from './permissions'
import { specsIn } from './specs'
import { waitsIn } from './waits'

/** The calls that make a design, in order, with what they ask for and what people should know. */
export function deploymentOf(design: Design): Deployment {
  const completed = withPermissions(design)
  const graph = graphOf(completed.design)
  const isMade = makingIn(graph)
  const inputs = newInputs()
  const workshop: Workshop = {
    ...{ graph, inputs, isMade },
    specs: specsIn(graph, inputs, isMade),
    drafts: new Map(),
    notes: [...completed.notes],
  }
  const given: Record<string, Readonly<Record<string, string>>> = {}
  for (const [id, element] of Object.entries(graph.design.elements)) {
    const maker = own(makers, element.kind)
    if (maker && isMade(id)) make(workshop, id, element, maker)
    else {
      if (element.existing) given[id] = element.existing
      workshop.notes.push(...leftOut(graph, id, element))
    }
  }
  const drafts = [...workshop.drafts.values()]
  const { drafts: resources, circles } = inOrder(drafts, waitsIn(graph, drafts), (resource, attribute) =>
    nameBefore(graph, resource, attribute),
  )
  for (const resource of circles) {
    const element = workshop.drafts.get(resource)?.element ?? resource
    const text = say`“${nameOf(graph, element)}” and what it names name each other, so none can be made first. Take one of the references out.`
    workshop.notes.push({ code: 'to-do', element, text })
  }
  return { resources, inputs: inputs.usedBy(resources), given, notes: workshop.notes }
}

/** Which elements a call makes: not those that exist, that are only drawn, or whose network is only hinted at. */
function makingIn(graph: Graph): (id: string) => boolean {
  const networks = new Map<string, boolean>()
  const drawn = (vpc: string): boolean => {
    const known = networks.get(vpc) ?? isNetworkDrawn(graph, vpc)
    networks.set(vpc, known)
    return known
  }
  return (id) => {
    const element = graph.element(id)
    if (!element || element.existing !== undefined || !Object.hasOwn(makers, element.kind)) return false
    if (element.kind === 'vpc') return drawn(id)
    if (element.kind !== 'subnet') return true
    const vpc = vpcOf(graph, id)
    if (vpc === undefined || graph.element(vpc)?.kind !== 'vpc') return false
    return graph.element(vpc)?.existing !== undefined ? element.spec.CidrBlock !== undefined : drawn(vpc)
  }
}

function leftOut(graph: Graph, id: string, element: Element): DeploymentNote[] {
  const name = nameOf(graph, id)
  const kind = labelOf(element.kind)
  const said = (code: DeploymentNote['code'], text: DeploymentNote['text']) => [{ code, element: id, text }]
  if (element.existing !== undefined)
    return said('given', say`${kind} “${name}” exists already and is used as it is.`)
  if (element.kind === 'vpc') {
    return said(
      'given',
      say`VPC “${name}” is taken for one that is there: the drawing does not tell how traffic leaves it. Draw its gateways and routes to have it made.`,
    )
  }
  if (element.kind === 'subnet')
    return said('given', say`Subnet “${name}” is taken for one that is there, like its VPC.`)
  if (drawnOnly.has(element.kind))
    return said('left-out', say`${kind} “${name}” is only drawn; nothing in AWS makes it.`)
  if (isOfKubernetes(element.kind)) {
    return said('left-out', say`${kind} “${name}” is made by Kubernetes. Export Kubernetes manifests for it.`)
  }
  return said('left-out', say`${kind} “${name}” is of a kind that this export does not know.`)
}

/** A name that is written in the design is known before anything is made. */
function nameBefore(graph: Graph, resource: string, attribute: string): string | undefined {
  const element = graph.element(resource)
  const derive = element && kindOf(element.kind)?.attributes[attribute]?.derive
  const name = element && derive?.(element, { elements: graph.design.elements, connections: {} })
  return name === undefined || name.includes('@{') ? undefined : escapeText(name)
}
