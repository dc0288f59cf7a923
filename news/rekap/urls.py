app_name = "rekap"
urlpatterns = []
