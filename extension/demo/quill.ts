import Quill from 'quill'
import 'quill/dist/quill.snow.css'

const quill = new Quill('#working', {
  theme: 'snow',
  modules: { toolbar: [['bold'], [{ script: 'super' }]] },
})
quill.root.setAttribute('aria-labelledby', 'working-label')
