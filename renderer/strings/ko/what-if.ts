/** What if it ran elsewhere. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const whatIf: Korean<typeof en.whatIf> = {
  title: '다른 곳에서 실행한다면?',
  scope: '전환 대상',
  everything: '전체 설계',
  where: '실행 위치',
  target: { FARGATE: 'Fargate', EC2: 'EC2', MANAGED_INSTANCES: '관리형 인스턴스' },
  nothing: '전환할 것이 없습니다. 이미 {{target}}에서 실행 중이거나 아직 서비스가 없습니다.',
  working: '무엇이 깨지는지 확인하는 중…',
  switches: '{{names}}을(를) 전환합니다.',
  shared: '태스크 정의를 {{names}}도 실행하며, 그쪽은 그대로 유지됩니다.',
  fits: '전환해도 깨지는 것이 없습니다.',
  mends_other: '현재 문제 {{count}}개가 사라집니다.',
  breaks_other: '{{count}}개가 깨집니다. {{fixed}}개는 수정할 수 있고 {{left}}개는 결정이 필요합니다.',
  moreElements_other: '표시되지 않은 요소가 {{count}}개 더 있습니다.',
  decide: '사람이 결정해야 합니다.',
  changes: '멤버별 모든 변경 사항',
  accept: '전환',
  acceptWith_other: '수정 {{count}}개와 함께 전환',
  step: '{{target}}(으)로 전환',
}
