/** ECS and Kubernetes beside each other. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const convert: Korean<typeof en.convert> = {
  title: { kubernetes: 'ECS에서 Kubernetes로', ecs: 'Kubernetes에서 ECS로' },
  what: '비교하고 변환할 요소',
  home: '변환 위치',
  newCluster: { kubernetes: '새 EKS 클러스터', ecs: '새 ECS 클러스터' },
  side: { kubernetes: 'Kubernetes 멤버', ecs: 'ECS 멤버' },
  table: '양쪽의 멤버',
  note: '설명',
  none: '없음',
  kind: { same: '의미가 같음', changed: '의미가 거의 같음', lost: '대응하는 것이 없음' },
  summary: '양쪽에서 같음: {{same}}. 거의 같음: {{changed}}. 대응하는 것이 없음: {{lost}}.',
  noDefinition: '아직 태스크 정의가 없어 비교할 것이 없습니다.',
  action: '변환',
  step: '{{name}} 변환',
}
