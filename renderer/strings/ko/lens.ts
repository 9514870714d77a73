/** Lenses and nestings: how the drawing is looked at. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const lens: Korean<typeof en.lens> = {
  bar: '그림 보기',
  title: '렌즈',
  nesting: '무엇 안에 무엇을 그릴지',
  logical: '서비스',
  networkView: '네트워크',
  traffic: '트래픽',
  data: '데이터',
  identity: '자격 증명',
  images: '이미지',
  logs: '로그 및 보안 암호',
  network: '네트워크 규칙',
  hint: '{{lens}} 표시, 나머지는 흐리게',
  said: '렌즈: {{names}}.',
  saidNone: '렌즈 없음: 모두 표시합니다.',
  saidLogical: '클러스터와 서비스 기준으로 그립니다.',
  saidNetwork: 'VPC와 서브넷 기준으로 그립니다.',
}
