"""What several views of the site share."""
