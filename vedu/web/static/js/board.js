// The board: cards are dragged, carried by keys, or sent by a menu; every way ends in POST /deals/<id>/moves.
import "./board/move.js";
import "./board/drag.js";
import "./board/carry.js";
import "./board/menu.js";
import "./board/tabs.js";
