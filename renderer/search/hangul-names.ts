/** AWS keeps some names in English; people who write Korean look for them in Hangul. */
export const hangulNames: Readonly<Record<string, string>> = {
  'application-load-balancer': '애플리케이션 로드 밸런서',
  'network-load-balancer': '네트워크 로드 밸런서',
  'gateway-load-balancer': '게이트웨이 로드 밸런서',
  'classic-load-balancer': '클래식 로드 밸런서',
  'kubernetes-workload': '쿠버네티스 워크로드',
}
