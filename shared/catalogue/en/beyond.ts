/** Where Aside cannot read: what it is, and what to do. */
export const beyond = {
  title: 'Aside cannot read here',
  closed:
    'This page belongs to the browser or to its store, and no extension may read it. Go to the page you work on and press Aside’s toolbar button there.',
  file: 'The browser lets no extension read this page. If it is a file on this computer, open chrome://extensions, go to Aside’s details, and switch on “Allow access to file URLs”.',
  error:
    'This page did not load, so there is nothing to read. Load it again, then press Aside’s toolbar button.',
  pdf: 'This is a PDF, and the browser’s viewer lets no extension look into it. Write your working in a text field of any web page, and Aside reads it there.',
  canvas:
    'This editor draws its letters as a picture, so Aside cannot read what you write in it. Write your working in a text field, and Aside reads it there.',
  frame: (site: string) => `This part of the page belongs to ${site}, which Aside may not read yet.`,
  unknownFrame:
    'This part of the page belongs to another site, which Aside may not read. Open it in a tab of its own and press Aside’s toolbar button there.',
  allow: 'Allow this site',
  allowed: (site: string) => `${site} is allowed. Click into it to go on.`,
}
