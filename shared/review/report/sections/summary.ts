/** What runs where: clusters with their services and tasks, then what these share. */
import { cluster } from '../../../elements/cluster'
import { service } from '../../../elements/service'
import { task } from '../../../elements/task'
import { taskDefinition } from '../../../elements/task-definition'
import { clusterCapacity, instanceCount } from '../../../figures/forms/launch'
import { elementsOfKind, nameOf, targetOf } from '../../../graph/graph'
import { runnersIn, runsOf } from '../../../graph/runs'
import { specOf } from '../../../graph/spec'
import { inWords, say, type Text, term } from '../../../texts/text'
import type { Block, Line, Part, Section } from '../report'
import { countOf, dotted, type Source, shown, specText } from '../source'
import { kubernetesParts } from './kubernetes'
import { runnerPart } from './runner'
import { sharedParts } from './shared'
import { definitionFacts } from './task-definition'

/** The section; for an empty design a sentence. */
export function summarySection(source: Source): Section {
  const { design, words } = source
  const isEmpty = Object.keys(design.elements).length === 0
  const blocks: readonly Block[] = isEmpty
    ? [{ block: 'paragraph', line: [words('The design is empty.')] }]
    : [
        { block: 'paragraph', line: [words(overview(source))] },
        ...clusterParts(source),
        ...elsewhere(source),
        ...unused(source),
        ...kubernetesParts(source),
        ...sharedParts(source),
      ]
  return { id: 'summary', heading: words('What runs where'), blocks }
}

/** How much of everything there is, in a sentence. */
function overview({ graph }: Source): Text {
  const n = (kind: string) => elementsOfKind(graph, kind).length
  const [clusters, services, tasks, definitions] = [
    n(cluster.kind),
    n(service.kind),
    n(task.kind),
    n(taskDefinition.kind),
  ]
  const said = [
    clusters > 0 && countOf(clusters, term('one cluster'), say`${clusters} clusters`),
    services > 0 && countOf(services, term('one service'), say`${services} services`),
    tasks > 0 && countOf(tasks, term('one task'), say`${tasks} tasks`),
    definitions > 0 &&
      countOf(definitions, term('one task definition'), say`${definitions} task definitions`),
  ].filter((text) => text !== false)
  const all = Object.keys(graph.design.elements).length
  const total = countOf(all, term('one element'), say`${all} elements`)
  return said.length === 0
    ? say`The design has ${total}.`
    : say`The design has ${total}: ${inWords(said, 'and')}.`
}

function clusterParts(source: Source): readonly Part[] {
  return elementsOfKind(source.graph, cluster.kind).map((id) => {
    const runners = runnersIn(source.graph, id)
    const nothing: Block = {
      block: 'paragraph',
      line: [{ muted: source.words('Nothing is drawn that runs in it.') }],
    }
    return {
      block: 'part',
      heading: [shown(nameOf(source.graph, id))],
      aside: clusterAside(source, id),
      blocks: runners.length === 0 ? [nothing] : runners.map((runner) => runnerPart(source, runner)),
    }
  })
}

function clusterAside({ graph, words }: Source, id: string): Line {
  const capacity = clusterCapacity(graph, id)
  const instances = instanceCount(graph, id)
  const settings = specOf(graph, cluster, id)?.settings ?? []
  const insights = settings.find(({ name }) => name === 'containerInsights')?.value
  return dotted([
    words('Cluster'),
    capacity && words(capacity),
    instances && words(say`${instances} instances`),
    insights && insights !== 'disabled' ? 'Container Insights' : undefined,
    graph.element(id)?.existing ? words('exists already') : undefined,
  ])
}

/** Services and tasks of clusters that are not drawn. */
function elsewhere(source: Source): readonly Part[] {
  const { graph, words } = source
  const runners = [service, task].flatMap(({ kind }) => elementsOfKind(graph, kind))
  const homeless = runners.filter((id) => targetOf(graph, id, 'in-cluster') === undefined)
  if (homeless.length === 0) return []
  return [
    {
      block: 'part',
      heading: [words('In no drawn cluster')],
      blocks: homeless.map((id) => {
        const { aside = [], ...part } = runnerPart(source, id)
        const named = specText(
          source,
          specOf(graph, service, id)?.cluster ?? specOf(graph, task, id)?.cluster,
        )
        return { ...part, aside: dotted([...aside, named && words(say`cluster “${named}”`)].filter(Boolean)) }
      }),
    },
  ]
}

/** Task definitions that no service and no task runs. */
function unused(source: Source): readonly Part[] {
  const { graph, words } = source
  const ids = elementsOfKind(graph, taskDefinition.kind).filter((id) => runsOf(graph, id).length === 0)
  if (ids.length === 0) return []
  return [
    {
      block: 'part',
      heading: [words('Task definitions that nothing runs')],
      blocks: ids.map((id) => ({
        block: 'part',
        isCard: true,
        heading: [shown(nameOf(graph, id))],
        aside: [words('Task definition')],
        blocks: definitionFacts(source, id, []),
      })),
    },
  ]
}
