/** The tour: five marks beside the real controls. */
export const tour = {
  label: 'Tour',
  count: 'Step {{step}} of {{of}}',
  next: 'Next',
  back: 'Back',
  skip: 'Skip the tour',
  done: 'Done',
  hidden: 'It is hidden now; the View menu shows it.',
  ended: 'The tour has ended. Help has it again.',
  palette: {
    title: 'Everything that can be drawn',
    text: 'Drag an element onto the canvas, or press Enter on it. Search finds it by other words too, such as “nfs” for EFS.',
  },
  canvas: {
    title: 'The canvas',
    text: 'Drop a service into a cluster, and a cluster into a VPC. To connect two elements, point at one and drag from the dot on its edge to the other: roles and rules that the line needs come with it.',
  },
  inspector: {
    title: 'What is selected, in full',
    text: 'Every field as AWS names it, with its default and its limits. The JSON tab takes a whole task definition.',
  },
  problems: {
    title: 'What is wrong, and the fix',
    text: 'Each change is checked at once. {{next}} goes from problem to problem, and {{fix}} offers the fixes.',
  },
  export: {
    title: 'Take it along',
    text: 'Task definitions for “aws ecs register-task-definition”, and pictures as PNG or SVG.',
  },
} as const
