/** The find bar on the canvas. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const find: Korean<typeof en.find> = {
  title: '설계에서 찾기',
  placeholder: '이름, 이미지, 포트, ARN, 변수…',
  count: '{{count}}개 중 {{index}}번째',
  none: '결과 없음',
  next: '다음 결과',
  previous: '이전 결과',
  close: '찾기 닫기',
  announced: '{{count}}개 중 {{index}}번째: {{kind}} {{name}}. {{place}}',
  place: '{{field}}: {{value}}',
  field: {
    name: '이름',
    type: '유형',
    id: 'ID',
    image: '이미지',
    port: '포트',
    arn: 'ARN',
    identifier: '식별자',
    variable: '변수',
    description: '설명',
    text: '텍스트',
  },
}
