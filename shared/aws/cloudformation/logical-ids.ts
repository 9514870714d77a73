/** Logical ids: `orders-api` is `OrdersApi`. */

/** The logical id of an element, or of a part of one (`orders-alb/listener-443`). */
export function logicalIdOf(id: string): string {
  const name = id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
  // It may begin with a digit, but reads as a name with a letter before it.
  return /^\d/.test(name) ? `R${name}` : name
}

/** The words of a logical id: `ECSTaskRole` is `ECS Task Role`. */
export function wordsOf(logicalId: string): string {
  return logicalId.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z])(?=[A-Z][a-z])/g, '$1 ')
}
