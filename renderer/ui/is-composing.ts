/**
 * Is the key press part of a syllable that an input method is still putting together? In a text field its Enter takes
 * the syllable and its Escape drops it; neither may do anything else. Safari says so by the key code alone.
 */
export function isComposing(event: KeyboardEvent | React.KeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event
  return native.isComposing || native.keyCode === 229
}
