/** What a cluster may be called and set to. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCluster.html',
  checked: '2026-11-26',
}

/** Characters at most, and which ones. */
export const clusterName = { max: 255, character: /[A-Za-z0-9_-]/ } as const

/** `ClusterSetting`: the one setting, and its values, the one with most metrics first. */
export const CONTAINER_INSIGHTS = 'containerInsights'
export const containerInsights = ['enhanced', 'enabled', 'disabled'] as const

/** `ExecuteCommandLogging`: where ECS Exec logs its sessions. */
export const execLogging = ['DEFAULT', 'OVERRIDE', 'NONE'] as const

/** How many capacity providers a cluster may have. A quota of ECS (developer guide, service-quotas). */
export const CAPACITY_PROVIDERS = 20
