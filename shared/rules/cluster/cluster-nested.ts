import { cluster as clusterKind } from '../../elements/cluster'
import { nameOf } from '../../graph/graph'
import { frameOf } from '../../graph/network'
import { say } from '../../texts/text'
import { drawing, element } from '../examples'
import { defineRule, type Fix } from '../rule'

const named = (clusterName: string, inside?: string) =>
  element('cluster', { clusterName }, inside === undefined ? {} : { inside })

export const clusterNested = defineRule({
  id: 'cluster-nested',
  severity: 'error',
  on: [clusterKind],
  title: 'Clusters are not nested',
  message:
    'Cluster “{cluster}” is drawn in cluster “{outer}”, and clusters can’t be nested; place it beside.',
  why: 'A cluster holds services, tasks and capacity. There is no cluster of clusters: nothing in ECS could name one. A frame groups clusters on the canvas.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Cluster.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, graph, report }) {
    const outer = frameOf(graph, id, clusterKind.kind)
    if (outer === undefined) return
    report({
      at: '',
      values: { cluster: nameOf(graph, id), outer: nameOf(graph, outer) },
      fix: placeBeside(id, outer, nameOf(graph, outer)),
    })
  },
  examples: () => ({
    valid: {
      'two side by side': drawing({ a: named('a'), b: named('b') }),
      'both in one VPC': drawing({
        network: element('vpc', { CidrBlock: '10.0.0.0/16' }),
        a: named('a', 'network'),
        b: named('b', 'network'),
      }),
    },
    invalid: {
      'one in the other': {
        design: drawing({ a: named('a'), b: named('b', 'a') }),
        element: 'b',
        at: '',
      },
      'in a frame in the other, which is in a VPC': {
        design: drawing({
          network: element('vpc', { CidrBlock: '10.0.0.0/16' }),
          a: named('a', 'network'),
          later: element('frame', {}, { label: 'Later', inside: 'a' }),
          b: named('b', 'later'),
        }),
        element: 'b',
        at: '',
      },
    },
  }),
})

/** Into the frame that holds the outer cluster, or onto the canvas. */
function placeBeside(id: string, outer: string, name: string): Fix {
  return {
    title: say`Place it beside “${name}”`,
    apply: ({ elements }) => {
      const element = elements[id]
      const frame = elements[outer]?.inside
      if (!element) return
      if (frame === undefined) delete element.inside
      else element.inside = frame
    },
  }
}
