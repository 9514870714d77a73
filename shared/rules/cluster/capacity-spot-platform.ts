import { spotPlatform } from '../../aws/facts/capacity-providers'
import { isBelow } from '../../aws/facts/platform-versions'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { strategyOf } from '../../graph/strategy'
import { onPlatformBelow, toLatestPlatform } from '../platform'
import { isUnknown } from '../reading'
import { defineRule } from '../rule'
import { byStrategy, FARGATE, SPOT, share } from './examples'
import { usesSpot } from './spot'

const AT = '/platformVersion'
const onArm = { runtimePlatform: { cpuArchitecture: 'ARM64' } }

export const capacitySpotPlatform = defineRule({
  id: 'capacity-spot-platform',
  severity: 'error',
  on: [serviceKind, taskKind],
  needs: ['/platformVersion'],
  title: 'Fargate Spot needs a newer platform version',
  message:
    'Fargate Spot runs {architecture} tasks from platform version {minimum} on, not {version}; use LATEST.',
  why: 'Fargate Spot runs X86_64 tasks from platform version 1.3.0 on, and ARM64 tasks from 1.4.0 on. A task that names an older version can’t be placed there. LATEST, or no version at all, is always new enough.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html',
      checked: '2026-11-26',
    },
  ],
  check(context) {
    const { id, spec, graph, report } = context
    if (!spec.platformVersion || !usesSpot(strategyOf(graph, id))) return
    const definition = onPlatformBelow(context, spotPlatform.ARM64)
    const written = definition?.runtimePlatform?.cpuArchitecture
    if (!definition || isUnknown(written)) return
    const architecture = written === 'ARM64' ? 'ARM64' : 'X86_64'
    const minimum = spotPlatform[architecture]
    if (!isBelow(spec.platformVersion, minimum)) return
    const values = { architecture, minimum, version: spec.platformVersion }
    report({ at: AT, values, fix: toLatestPlatform(id) })
  },
  examples: () => ({
    valid: {
      'ARM64 on LATEST': byStrategy([share(SPOT, 1)], { platformVersion: 'LATEST' }, onArm),
      'ARM64 on the first version that has it': byStrategy(
        [share(SPOT, 1)],
        { platformVersion: '1.4.0' },
        onArm,
      ),
      'X86_64 on the first version that has it': byStrategy([share(SPOT, 1)], { platformVersion: '1.3.0' }),
      'an old version without Spot': byStrategy([share(FARGATE, 1)], { platformVersion: '1.2.0' }),
      'an architecture that is not known yet': byStrategy(
        [share(SPOT, 1)],
        { platformVersion: '1.3.0' },
        { runtimePlatform: { cpuArchitecture: '<architecture>' } },
      ),
    },
    invalid: {
      'ARM64 on 1.3.0': {
        design: byStrategy([share(SPOT, 1)], { platformVersion: '1.3.0' }, onArm),
        element: 'web',
        at: AT,
      },
      'X86_64 on 1.2.0': {
        design: byStrategy([share(FARGATE, 1), share(SPOT, 1)], { platformVersion: '1.2.0' }),
        element: 'web',
        at: AT,
      },
    },
  }),
})
