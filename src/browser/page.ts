import './citation-preview.ts';
import './code-copy.ts';
import './list-filter.ts';
import './moment-player.ts';
import './search-door.ts';
import './theme-switch.ts';
