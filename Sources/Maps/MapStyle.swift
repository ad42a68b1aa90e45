import Graphics
import Typesetting

/// What a map names that a reader knows his way by.
public enum BackgroundName: String, CaseIterable, Sendable {
  case countries, waters, regions, rivers
}

/// How maps look. Sizes are the layout's business: nothing here is scaled to the map.
public struct MapStyle: Hashable, Sendable {
  /// Labels of named sites, and of the others.
  public var city: TextStyle
  public var otherCity: TextStyle
  /// Countries' names are set in capitals; spaced by this style's tracking. Its colour is the neighbours'.
  public var country: TextStyle
  public var water: TextStyle
  public var scale: TextStyle
  /// What is said of values: at flows, routes and circles, in legends and lists.
  public var value: TextStyle
  public var landColor: Color
  public var waterColor: Color
  public var coastColor: Color
  public var boundaryColor: Color
  /// Ground of the first country that stands out, and of the others.
  public var tints: [Color]
  /// Colour of these countries' names, in the same order.
  public var tintedNames: [Color]
  /// Dots, leader lines and the scale bar.
  public var ink: Color
  public var routeColor: Color
  /// The page's ground: hollow dots, edges that part, what stands on a colour.
  public var paper = Color.white
  /// What is named besides what the map shows; the countries that stand out are named always.
  public var names = Set(BackgroundName.allCases)
  /// Whether a map of a small part of the world has a smaller one in a corner that says where it lies.
  public var hasLocator = true
  /// Whether maps show the land's relief that don't say so themselves.
  public var showsRelief = false
  /// Type is not made smaller than this, points, whatever has to fit.
  public var leastType = 6.5

  public init(
    city: TextStyle, otherCity: TextStyle, country: TextStyle, water: TextStyle, scale: TextStyle,
    landColor: Color, waterColor: Color, coastColor: Color, boundaryColor: Color, tints: [Color],
    tintedNames: [Color], ink: Color, routeColor: Color, value: TextStyle? = nil
  ) {
    self.city = city
    self.otherCity = otherCity
    self.country = country
    self.water = water
    self.scale = scale
    self.landColor = landColor
    self.waterColor = waterColor
    self.coastColor = coastColor
    self.boundaryColor = boundaryColor
    self.tints = tints
    self.tintedNames = tintedNames
    self.ink = ink
    self.routeColor = routeColor
    var plain = otherCity
    plain.color = ink
    self.value = value ?? plain
  }

  /// The same type smaller, but not below the least.
  func shrunk(_ text: TextStyle, by factor: Double) -> TextStyle {
    var text = text
    text.size = max(min(leastType, text.size), text.size * factor)
    return text
  }
}
