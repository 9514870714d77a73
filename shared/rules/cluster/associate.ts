/** Associating capacity providers with clusters. */
import { isObject } from '../../basics/json'
import type { DesignDraft } from '../../design/edit'
import { refer } from '../../design/references'
import { type Graph, nameOf } from '../../graph/graph'
import { homesOfProvider } from '../../graph/homes'
import type { Provider } from '../../graph/strategy'
import { say } from '../../texts/text'
import type { Fix } from '../rule'

/** Gives a cluster a capacity provider. Undefined for one that belongs to another cluster: it can't have two. */
export function associateFix(graph: Graph, home: string, provider: Provider): Fix | undefined {
  const { id, name, type } = provider
  if (id !== undefined && homesOfProvider(graph, id).some((one) => one !== home)) return undefined
  return {
    title: say`Associate “${name}” with cluster “${nameOf(graph, home)}”`,
    apply: (draft) => {
      // Managed instances are made for a cluster, and name it; all others the cluster names.
      if (id !== undefined && type === 'managed-instances') setHome(draft, id, home)
      else associate(draft, home, id === undefined ? name : refer(id))
    },
  }
}

function setHome(draft: DesignDraft, provider: string, home: string): void {
  const spec = draft.elements[provider]?.spec
  if (spec) spec.cluster = refer(home)
}

/** Lists a capacity provider, by name or reference, in a cluster that does not list it yet. */
export function associate(draft: DesignDraft, home: string, provider: string): void {
  const { spec, existing } = draft.elements[home] ?? {}
  const listed = spec?.capacityProviders
  // What a cluster in AWS has is not known, as long as it lists nothing.
  if (!spec || (existing && !listed)) return
  if (!Array.isArray(listed)) spec.capacityProviders = [provider]
  else if (!listed.includes(provider)) listed.push(provider)
}

/** The providers of a mutable strategy, whatever shape the rest of it has. */
export function itemsOf(strategy: unknown): Record<string, unknown>[] {
  return Array.isArray(strategy) ? strategy.filter(isObject) : []
}
