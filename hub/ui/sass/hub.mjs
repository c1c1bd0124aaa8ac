// The only script there is. Every page works without it: it moves the focus to the error summary,
// shows and hides what an answer asks for, folds the navigation on a telephone and shows a password.
import {
  createAll,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
} from 'govuk-frontend'

// The original says aria-expanded of a radio button, which ARIA does not know there.
class RadiosWithinAria extends Radios {
  syncConditionalRevealWithInputState(input) {
    super.syncConditionalRevealWithInputState(input)
    input.removeAttribute('aria-expanded')
  }
}

document.body.classList.add('js-enabled', 'govuk-frontend-supported')

for (const component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  RadiosWithinAria,
  ServiceNavigation,
  SkipLink,
]) {
  createAll(component)
}
