/** As classic editors do: the whole document of an empty frame is edited. */
const blank = document.querySelector<HTMLIFrameElement>('#blank')?.contentDocument
if (blank) blank.designMode = 'on'
